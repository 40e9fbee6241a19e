"""The online store for the home: English, euro, rarer and larger orders; its platform exports plain ISO CSV."""

from __future__ import annotations

from datetime import date

from retention.sample.editions import Edition
from retention.sample.shop import Behaviour, KeepingChannel, Marketing, Place, Shop, Style, WinningChannel, Words, opinions, price_list

BEHAVIOUR = Behaviour(
    first_day=date(2024, 1, 1),
    last_day=date(2026, 6, 30),
    purchase_shape=1.1,
    purchase_scale_weeks=12.0,
    dropout_a=0.8,
    dropout_b=2.4,
    comeback_share=0.08,
    comeback_days=(180, 480),
    arrivals_growth_yearly=0.30,
    month_factors=(0.90, 0.85, 0.95, 0.95, 1.00, 0.90, 0.80, 0.80, 0.95, 1.05, 1.50, 1.35),
    weekday_factors=(1.10, 1.05, 1.00, 0.95, 0.85, 0.90, 1.15),
    hour_weights=(2, 1, 1, 0, 0, 1, 2, 4, 5, 6, 6, 6, 7, 6, 6, 5, 5, 6, 7, 9, 11, 10, 7, 4),
    basket_p=3.5,
    basket_q=4.0,
    basket_gamma=5_000,
    extra_lines_mean=0.7,
    discounted_share=0.28,
    discount_percents=(5, 10, 15, 20),
    refunded_share=0.025,
    refund_days=(5, 30),
    anonymous_share=0.01,
    referred_share=0.10,
    referred_basket_factor=1.12,
    promoter_share=0.18,
    signup_lead_days_mean=4.0,
    feedback_share=0.09,
    comment_share=0.50,
    score_low=2.0,
    score_span=7.5,
    score_noise=1.6,
)

PRODUCTS = price_list("""
Wrapping paper, 3 sheets | Stationery | 6.50 | 0.35 | 1
Notebook, dotted, A5 | Stationery | 9.90 | 0.38 | 2
Ceramic soap dish | Bathroom | 11.90 | 0.40 | 1
Hand soap with fig, 500 ml | Bathroom | 12.50 | 0.42 | 1
Stoneware mug, 350 ml | Kitchen | 14.90 | 0.41 | 2.5
Terracotta pot, 18 cm | Decoration | 15.50 | 0.39 | 1.4
Linen tea towels, set of 2 | Kitchen | 16.50 | 0.43 | 2
Picture frame, 30 x 40 cm | Decoration | 17.90 | 0.40 | 1
Paper lantern | Lighting | 18.90 | 0.37 | 0.6
Dried flowers, small bunch | Decoration | 19.00 | 0.44 | 1
LED candles, set of 3 | Lighting | 21.90 | 0.46 | 1
Scented candle, cedar | Decoration | 22.00 | 0.36 | 3
Linen pillowcase | Bedroom | 24.00 | 0.45 | 1
Storage jars, set of 3 | Kitchen | 24.90 | 0.44 | 1
Waffle bath towel | Bathroom | 27.50 | 0.46 | 1
Desk organiser | Stationery | 28.00 | 0.42 | 0.6
French press, 1 l | Kitchen | 32.00 | 0.48 | 1
Olive wood board | Kitchen | 34.90 | 0.47 | 1
Bamboo bath mat | Bathroom | 36.00 | 0.45 | 1
Enamel teapot | Kitchen | 39.00 | 0.49 | 1
Oak wall clock | Decoration | 48.00 | 0.47 | 1
Cast-iron pan, 26 cm | Kitchen | 64.00 | 0.52 | 1.5
Brass desk lamp | Lighting | 79.00 | 0.50 | 1
Cotton duvet cover, double | Bedroom | 89.00 | 0.51 | 1
Jute rug, 120 x 180 cm | Decoration | 109.00 | 0.53 | 1
Wool blanket | Bedroom | 119.00 | 0.54 | 1.5
Oak floor lamp | Lighting | 149.00 | 0.55 | 0.7
""")

OPINIONS = opinions("""
0 | 6 | Delivery | The parcel took two weeks and nobody answered my e-mail.
0 | 6 | Delivery | Courier left it in the rain, the box was soaked.
0 | 6 | Quality | One mug arrived chipped, and it's not the first time.
0 | 6 | Quality | The towel lost its shape after two washes.
0 | 6 | Price | Postage is more than what I ordered.
0 | 6 | Price | Everything went up by a fifth since last year.
0 | 6 | Website | Checkout kept losing my basket.
0 | 6 | Returns | Had to pay for sending back your mistake.
7 | 8 | Delivery | Arrived fine, a day or two late.
7 | 8 | Range | Lovely things, but my size of rug is always sold out.
7 | 8 | Price | Good, though a bit dear without a code.
7 | 8 | Website | Would be nice to see more photos.
9 | 10 | Quality | The wool blanket is even better than in the pictures!
9 | 10 | Quality | Third year with the same pan, still like new.
9 | 10 | Service | "No problem", they said, and sent a new lamp next day.
9 | 10 | Range | I do all my birthday presents here.
9 | 10 | Delivery | Ordered on Monday, on the table on Wednesday.
""")

SURNAMES = (
    "Andersen Bakker Baumann Becker Brennan Carvalho Clarke Costa Dupont Ferrari Fischer Fitzgerald Garnier Hansen Hughes Janssen Keller "
    "Kelly Kowalski Larsson Lefebvre Lindberg Marino Martens Meyer Moreau Murphy Novak Nowak Owens Peeters Pereira Quinn Ricci Romero "
    "Schneider Silva Taylor Visser Walsh Weber Wilson"
).split()
NAMES = (
    "Alice Amelia Anna Arthur Ben Bruno Carla Charlotte Clara Claire Daniel David Diego Elena Elise Emma Eva Felix Finn Grace Hannah Hugo "
    "Ines Isabel Jack Jan Julia Karl Laura Leo Lucas Lucy Maria Mark Martin Mia Niamh Noah Nora Oscar Paula Peter Rosa Ruth Sara Simon "
    "Sofia Sophie Thomas Tom Victor Zoe"
).split()

ONLINE = Shop(
    name="online",
    currency="EUR",
    language="en",
    behaviour=BEHAVIOUR,
    products=PRODUCTS,
    editions=(
        Edition("Scented candle, cedar", date(2025, 10, 1), "Scented candle, fig"),
        Edition("Stoneware mug, 350 ml", date(2026, 1, 20), "Speckled mug, 350 ml"),
        Edition("Waffle bath towel", date(2026, 4, 1), "Waffle bath towel, sand"),
    ),
    places=(Place("Website", "", 0.58), Place("Mobile app", "", 0.27), Place("Marketplace", "", 0.15)),
    marketing=Marketing(
        winning=(
            WinningChannel("Google Ads", 0.28, 3_400, 410, 21, 1.6),
            WinningChannel("Meta Ads", 0.24, 3_900, 820, 24, 1.5),
            WinningChannel("Pinterest", 0.10, 2_700, 640, 19, 1.4),
            WinningChannel("Influencers", 0.10, 4_800, 1_500, 28, 1.9),
            WinningChannel("Organic search", 0.28, 0, 0, 0, 0),
        ),
        referral_channel="Referral",
        keeping=(KeepingChannel("Newsletter", 2.1), KeepingChannel("Loyalty points", 4.2), KeepingChannel("CRM software", 1.5)),
        shared_channel="Photography and copywriting",
        shared_share=0.025,
        spend_step=1,
    ),
    words=Words(
        people=((tuple(NAMES), tuple(SURNAMES)),),
        purposes={"acquisition": "acquisition", "retention": "retention", "shared": "shared"},
        stages={"reached": "reached", "visited": "visited", "enquired": "enquired"},
        opinions=OPINIONS,
        tag="important",
    ),
    style=Style(
        encoding="utf-8",
        encodings={},
        delimiter=",",
        decimal=".",
        line_end="\n",
        date_format="%Y-%m-%d",
        time_format="",
        customer_prefix="",
        customer_digits=6,
        order_prefix="WEB-",
        order_digits=6,
        headers={
            "orders": {
                "order_id": "Order ID",
                "ordered_at": "Order date",
                "customer_id": "Customer ID",
                "product": "Product",
                "category": "Category",
                "channel": "Channel",
                "quantity": "Quantity",
                "discount": "Discount",
                "amount": "Amount (EUR)",
                "cost": "Cost",
            },
            "customers": {
                "customer_id": "Customer ID",
                "name": "Name",
                "signed_up_on": "Signed up",
                "acquired_channel": "Acquisition channel",
                "referred_by": "Referred by",
                "tags": "Tags",
            },
            "spend": {
                "first_day": "Period start",
                "last_day": "Period end",
                "channel": "Channel",
                "purpose": "Purpose",
                "amount": "Spend (EUR)",
            },
            "contacts": {"day": "Date", "channel": "Channel", "stage": "Stage", "people": "People"},
            "feedback": {"day": "Date", "customer_id": "Customer ID", "score": "Score", "reason": "Reason", "comment": "Comment"},
        },
    ),
)
