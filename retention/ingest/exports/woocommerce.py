"""WooCommerce: its own list of orders, and the two export plugins in common use.

Source: the columns of "Analytics > Orders" as WooCommerce's code names them (plugin woocommerce, Admin/API/Reports/Orders/Controller.php,
get_export_columns); the default fields of "Advanced Order Export For WooCommerce" (docs.algolplus.com) and of "Order Export & Order
Import" (webtoffee.com, "Order CSV fields"): headers as seen in public exports. "Order Total Amount" is the whole order's, written on its
first line or, if the owner wishes, on every line. The list of orders names its customers by name only.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_STATES = {
    "processing": "sale",
    "completed": "sale",
    "on-hold": "sale",
    "on hold": "sale",
    "pending payment": "unpaid",
    "pending": "unpaid",
}

EXPORTS = (
    Export(
        name="WooCommerce",
        role="orders",
        headers=("Date", "Order #", "Status", "Customer", "Product(s)", "Items sold"),
        columns={
            "Date": "ordered_at",
            "Order #": "order_id",
            "Status": "status",
            "Customer": "customer_id",
            "Product(s)": "product",
            "Items sold": "quantity",
            "N. Revenue": "amount",
            "Net Sales": "amount",
            "N. Revenue (formatted)": "amount",
            "Attribution": "channel",
        },
        states=_STATES,
    ),
    Export(
        name="WooCommerce (Advanced Order Export)",
        role="order_lines",
        headers=("Order Number", "Order Status", "Order Date", "Order Total Amount"),
        columns={
            "Order Date": "ordered_at",
            "Order Number": "order_id",
            "Order Status": "status",
            "Order Total Amount": "amount",
            "Order Refund Amount": "refunded",
            "Email (Billing)": "customer_id",
            "Billing Email": "customer_id",
            "Phone (Billing)": "customer_id",
            "Item Name": "product",
            "Quantity": "quantity",
            "Quantity (- Refund)": "quantity",
            "Item Cost": "unit_price",
            "Cart Discount Amount": "discount",
            "Order Currency": "currency",
            "City (Billing)": "city",
            "Billing City": "city",
            "City (Shipping)": "city",
        },
        whole_order=(
            *("Order Date", "Order Status", "Email (Billing)", "Billing Email", "Phone (Billing)", "Order Currency"),
            *("City (Billing)", "Billing City", "City (Shipping)"),
        ),
        order_totals=("Order Total Amount", "Order Refund Amount", "Cart Discount Amount"),
        states=_STATES,
    ),
    Export(
        name="WooCommerce (Order Export & Order Import)",
        role="orders",
        headers=("order_number", "order_date", "order_total", "order_currency", "billing_email"),
        columns={
            "order_date": "ordered_at",
            "order_number": "order_id",
            "status": "status",
            "order_total": "amount",
            "customer_email": "customer_id",
            "billing_email": "customer_id",
            "discount_total": "discount",
            "order_currency": "currency",
            "billing_city": "city",
            "shipping_city": "city",
        },
        states={f"wc-{state}": meaning for state, meaning in _STATES.items()} | _STATES,
    ),
)
