"""Where money is on its way. It is never added up across stages."""

PAYMENT, TRANSFER, ALLOCATION, SPENDING, SOCIAL = STAGES = ("payment", "transfer", "allocation", "spending", "social")
# Money passes between bodies of the state at the other stages: their rows name no payer.
PAID_BY_COMPANIES = (PAYMENT, SOCIAL)
