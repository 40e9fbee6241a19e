"""Every number the house gives a name to; the order is the order of the pages."""

from __future__ import annotations

from retention.metrics.acquired_customers import ACQUIRED_CUSTOMERS
from retention.metrics.acquisition_cost import ACQUISITION_COST
from retention.metrics.acquisition_payback_month import ACQUISITION_PAYBACK_MONTH
from retention.metrics.acquisition_spend import ACQUISITION_SPEND
from retention.metrics.at_risk_customers import AT_RISK_CUSTOMERS
from retention.metrics.average_check import AVERAGE_CHECK
from retention.metrics.base_value import BASE_VALUE
from retention.metrics.break_even_lift import BREAK_EVEN_LIFT
from retention.metrics.chance_to_buy_again import CHANCE_TO_BUY_AGAIN
from retention.metrics.cost_ratio import COST_RATIO
from retention.metrics.cost_ratio_high import COST_RATIO_HIGH
from retention.metrics.cost_ratio_low import COST_RATIO_LOW
from retention.metrics.customers import CUSTOMERS
from retention.metrics.extra_margin import EXTRA_MARGIN
from retention.metrics.historic_lifetime_value import HISTORIC_LIFETIME_VALUE
from retention.metrics.inequality import INEQUALITY
from retention.metrics.kept_customers import KEPT_CUSTOMERS
from retention.metrics.margin import MARGIN
from retention.metrics.margin_per_customer import MARGIN_PER_CUSTOMER
from retention.metrics.metric import Metric, measure
from retention.metrics.most_worth_spending import MOST_WORTH_SPENDING
from retention.metrics.net_profit import NET_PROFIT
from retention.metrics.orders_per_month import ORDERS_PER_MONTH
from retention.metrics.paid_acquisition_cost import PAID_ACQUISITION_COST
from retention.metrics.payback_month import PAYBACK_MONTH
from retention.metrics.predicted_lifetime_value import PREDICTED_LIFETIME_VALUE
from retention.metrics.probability_of_loss import PROBABILITY_OF_LOSS
from retention.metrics.reactivated_customers import REACTIVATED_CUSTOMERS
from retention.metrics.repeat_rate import REPEAT_RATE
from retention.metrics.retention_cost import RETENTION_COST
from retention.metrics.retention_spend import RETENTION_SPEND
from retention.metrics.revenue import REVENUE
from retention.metrics.revenue_per_customer import REVENUE_PER_CUSTOMER
from retention.metrics.reward_cost import REWARD_COST
from retention.metrics.simple_lifetime_value import SIMPLE_LIFETIME_VALUE
from retention.metrics.subsidy_share import SUBSIDY_SHARE
from retention.metrics.value_to_cost import VALUE_TO_COST

ALL = (
    CUSTOMERS,
    REVENUE,
    MARGIN,
    REVENUE_PER_CUSTOMER,
    MARGIN_PER_CUSTOMER,
    AT_RISK_CUSTOMERS,
    REPEAT_RATE,
    AVERAGE_CHECK,
    ORDERS_PER_MONTH,
    SIMPLE_LIFETIME_VALUE,
    HISTORIC_LIFETIME_VALUE,
    PREDICTED_LIFETIME_VALUE,
    CHANCE_TO_BUY_AGAIN,
    MOST_WORTH_SPENDING,
    INEQUALITY,
    BASE_VALUE,
    VALUE_TO_COST,
    ACQUISITION_PAYBACK_MONTH,
    ACQUIRED_CUSTOMERS,
    KEPT_CUSTOMERS,
    REACTIVATED_CUSTOMERS,
    ACQUISITION_SPEND,
    RETENTION_SPEND,
    ACQUISITION_COST,
    PAID_ACQUISITION_COST,
    RETENTION_COST,
    COST_RATIO,
    COST_RATIO_LOW,
    COST_RATIO_HIGH,
    REWARD_COST,
    EXTRA_MARGIN,
    NET_PROFIT,
    BREAK_EVEN_LIFT,
    SUBSIDY_SHARE,
    PAYBACK_MONTH,
    PROBABILITY_OF_LOSS,
)

__all__ = [
    "ALL",
    "Metric",
    "measure",
    "CUSTOMERS",
    "REVENUE",
    "MARGIN",
    "REVENUE_PER_CUSTOMER",
    "MARGIN_PER_CUSTOMER",
    "AT_RISK_CUSTOMERS",
    "REPEAT_RATE",
    "AVERAGE_CHECK",
    "ORDERS_PER_MONTH",
    "SIMPLE_LIFETIME_VALUE",
    "HISTORIC_LIFETIME_VALUE",
    "PREDICTED_LIFETIME_VALUE",
    "CHANCE_TO_BUY_AGAIN",
    "MOST_WORTH_SPENDING",
    "INEQUALITY",
    "BASE_VALUE",
    "VALUE_TO_COST",
    "ACQUISITION_PAYBACK_MONTH",
    "ACQUIRED_CUSTOMERS",
    "KEPT_CUSTOMERS",
    "REACTIVATED_CUSTOMERS",
    "ACQUISITION_SPEND",
    "RETENTION_SPEND",
    "ACQUISITION_COST",
    "PAID_ACQUISITION_COST",
    "RETENTION_COST",
    "COST_RATIO",
    "COST_RATIO_LOW",
    "COST_RATIO_HIGH",
    "REWARD_COST",
    "EXTRA_MARGIN",
    "NET_PROFIT",
    "BREAK_EVEN_LIFT",
    "SUBSIDY_SHARE",
    "PAYBACK_MONTH",
    "PROBABILITY_OF_LOSS",
]
