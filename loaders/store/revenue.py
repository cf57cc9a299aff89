"""Money: organisations, streams, exchange rates, national totals and flows."""

from data_access.vocabulary.fields import money
from loaders.store.base import loaded, private

organisation = loaded(money.ORGANISATIONS)
revenue_stream = private(money.REVENUE_STREAMS)
fx_rate = loaded(money.FX_RATES)
price_index = loaded(money.PRICE_INDICES)
sharing_rule = loaded(money.SHARING_RULES)
mineral_sales = loaded(money.MINERAL_SALES)
national_revenue = loaded(money.NATIONAL_REVENUE)
flow = loaded(money.FLOWS)
