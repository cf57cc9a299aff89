"""Money: organisations, streams, exchange rates, national totals and flows; and what mines produced."""

from data_access.vocabulary.fields import mines, money
from loaders.store.base import private, private_table

organisation = private_table(money.ORGANISATIONS)
revenue_stream = private(money.REVENUE_STREAMS)
fx_rate = private_table(money.FX_RATES)
price_index = private_table(money.PRICE_INDICES)
sharing_rule = private_table(money.SHARING_RULES)
mineral_sales = private_table(money.MINERAL_SALES)
national_revenue = private_table(money.NATIONAL_REVENUE)
flow = private_table(money.FLOWS)
production = private_table(mines.PRODUCTION)
