"""What a column can mean and what a table can be, in the words of the mapping form."""

from __future__ import annotations

from retention.sentence import N_

FIELDS = {
    "ordered_at": N_("Date of the order"),
    "amount": N_("Amount paid"),
    "customer_id": N_("Customer (number, e-mail, phone or name)"),
    "order_id": N_("Order number"),
    "quantity": N_("Quantity"),
    "unit_price": N_("Price of one piece"),
    "discount": N_("Discount, money"),
    "discount_share": N_("Discount, share or %"),
    "refunded": N_("Given back later, money"),
    "cost": N_("Cost of the goods"),
    "unit_cost": N_("Cost of one piece"),
    "profit": N_("Profit"),
    "product": N_("Product"),
    "category": N_("Category"),
    "channel": N_("Channel"),
    "store": N_("Shop or branch"),
    "city": N_("City"),
    "status": N_("Status of the order"),
    "currency": N_("Currency"),
    "name": N_("Customer's name"),
    "acquired_channel": N_("Where the customer came from"),
    "referred_by": N_("Who brought the customer"),
    "signed_up_on": N_("Date of signing up"),
    "tags": N_("Tags"),
    "lifetime_revenue": N_("What they paid in all"),
    "day": N_("Day"),
    "first_day": N_("First day"),
    "last_day": N_("Last day"),
    "campaign": N_("Campaign"),
    "purpose": N_("Purpose: winning, keeping or shared"),
    "acquisition_share": N_("Share spent on winning"),
    "stage": N_("Stage: reached, visited, enquired"),
    "people": N_("Number of people"),
    "score": N_("Score from 0 to 10"),
    "reason": N_("Reason"),
    "comment": N_("Comment"),
}

ROLE_LABELS = {
    "order_lines": N_("Order lines"),
    "orders": N_("Orders"),
    "customers": N_("Customers"),
    "products": N_("Products"),
    "returns": N_("Returns"),
    "spend": N_("Marketing spend"),
    "contacts": N_("Reach and visitors"),
    "feedback": N_("Feedback"),
    "unknown": N_("Something else: leave it out"),
}
