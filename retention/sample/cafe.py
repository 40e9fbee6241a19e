"""The café: Romanian, lei, small purchases often, quiet in August; its till writes the minute of every sale."""

from __future__ import annotations

from datetime import date

from retention.sample.editions import Edition
from retention.sample.shop import Behaviour, KeepingChannel, Marketing, Place, Shop, Style, WinningChannel, Words, opinions, price_list

BEHAVIOUR = Behaviour(
    first_day=date(2023, 12, 1),
    last_day=date(2026, 5, 31),
    purchase_shape=1.1,
    purchase_scale_weeks=2.6,
    dropout_a=0.9,
    dropout_b=6.0,
    comeback_share=0.08,
    comeback_days=(120, 360),
    arrivals_growth_yearly=0.10,
    month_factors=(0.95, 0.98, 1.02, 1.00, 1.06, 1.00, 0.88, 0.80, 1.04, 1.10, 1.06, 1.11),
    weekday_factors=(1.00, 1.02, 1.04, 1.06, 1.12, 0.98, 0.78),
    hour_weights=(0, 0, 0, 0, 0, 0, 0, 6, 14, 11, 8, 7, 8, 9, 7, 6, 7, 8, 6, 3, 1, 0, 0, 0),
    basket_p=4.5,
    basket_q=5.0,
    basket_gamma=2_550,
    extra_lines_mean=0.75,
    discounted_share=0.10,
    discount_percents=(10, 10, 20),
    refunded_share=0.015,
    refund_days=(1, 2),
    anonymous_share=0.04,
    referred_share=0.09,
    referred_basket_factor=1.05,
    promoter_share=0.25,
    signup_lead_days_mean=0.0,
    feedback_share=0.04,
    comment_share=0.40,
    score_low=1.5,
    score_span=7.5,
    score_noise=1.4,
)

PRODUCTS = price_list("""
Covrig cu susan | Patiserie | 5 | 0.30 | 3
Apă minerală, 0,5 l | Băuturi reci | 7 | 0.35 | 2
Espresso | Cafea | 9 | 0.22 | 7
Cafea la ibric | Cafea | 10 | 0.20 | 3
Ceai de mentă | Ceai și ciocolată caldă | 10 | 0.15 | 1
Americano | Cafea | 11 | 0.20 | 5
Ceai de fructe de pădure | Ceai și ciocolată caldă | 11 | 0.18 | 1
Croissant cu unt | Patiserie | 11 | 0.38 | 4
Brioșă cu afine | Patiserie | 11.5 | 0.36 | 1
Espresso dublu | Cafea | 12 | 0.26 | 4
Socată | Băuturi reci | 12 | 0.24 | 1
Plăcintă cu mere | Patiserie | 12.5 | 0.35 | 2.5
Cafea la filtru | Cafea | 13 | 0.21 | 4
Plăcintă cu brânză | Patiserie | 13 | 0.37 | 2.5
Cappuccino | Cafea | 14 | 0.25 | 9
Amandină | Prăjituri | 15 | 0.36 | 1
Savarină | Prăjituri | 15.5 | 0.36 | 0.8
Flat white | Cafea | 16 | 0.27 | 6
Caffè latte | Cafea | 16.5 | 0.27 | 6
Limonadă cu ghimbir | Băuturi reci | 17 | 0.25 | 2
Ciocolată caldă | Ceai și ciocolată caldă | 17 | 0.28 | 1
Fresh de portocale | Băuturi reci | 19 | 0.45 | 1
Tort de ciocolată, felie | Prăjituri | 21 | 0.38 | 1
Sandviș cu șuncă și cașcaval | Gustări | 22 | 0.42 | 2
Cheesecake cu vișine | Prăjituri | 22 | 0.40 | 2
Granola cu iaurt | Gustări | 24 | 0.40 | 1
Sandviș cu halloumi | Gustări | 25 | 0.44 | 1
Salată cu năut | Gustări | 28 | 0.38 | 1
Bagel cu somon | Gustări | 34 | 0.48 | 0.6
Cafea boabe Brazilia, 250 g | Cafea boabe | 48 | 0.58 | 1
Cafea boabe Etiopia, 250 g | Cafea boabe | 62 | 0.60 | 0.7
""")

OPINIONS = opinions("""
0 | 6 | Calitate | Cappuccino-ul a venit rece.
0 | 6 | Calitate | Croissantul era de ieri.
0 | 6 | Preț | Cafeaua s-a scumpit de două ori anul acesta.
0 | 6 | Așteptare | Am stat un sfert de oră la coadă pentru un espresso.
0 | 6 | Servire | Ospătarul ne-a uitat comanda.
0 | 6 | Curățenie | Mesele nu erau șterse.
0 | 6 | Program | Duminica închideți prea devreme.
7 | 8 | Așteptare | Dimineața e coadă, dar se mișcă repede.
7 | 8 | Meniu | Ar prinde bine mai multe opțiuni de post.
7 | 8 | Preț | Bun, doar puțin cam scump.
7 | 8 | Servire | Totul în regulă.
9 | 10 | Calitate | Cel mai bun flat white din oraș!
9 | 10 | Calitate | Cozonacul e proaspăt, ca acasă.
9 | 10 | Servire | Îmi știu numele și știu ce beau.
9 | 10 | Atmosferă | Liniște și lumină, numai bine de lucrat.
9 | 10 | Meniu | Plăcinta cu brânză e ca la bunica.
""")

SURNAMES = (
    "Albu Andrei Barbu Bălan Cojocaru Constantin Crăciun Dobre Dumitrescu Florea Ghiță Iliescu Ionescu Lazăr Lungu Manole Marin Matei "
    "Moldovan Munteanu Neagu Nistor Olaru Oprea Pavel Popa Preda Rusu Sandu Stanciu Șerban Tudor Țurcanu Ursu Vasilescu Voicu"
).split()
WOMEN = (
    "Alexandra Ana Andreea Bianca Cristina Daniela Elena Gabriela Ioana Irina Laura Mădălina Mihaela Oana Raluca Simona Ștefania".split()
)
MEN = "Adrian Alin Bogdan Ciprian Cosmin Cristian Dan Florin George Ionuț Marius Mihai Ovidiu Paul Radu Sorin Ștefan Vlad".split()

CAFE = Shop(
    name="cafe",
    currency="RON",
    language="ro",
    behaviour=BEHAVIOUR,
    products=PRODUCTS,
    editions=(
        Edition("Limonadă cu ghimbir", date(2025, 9, 1), "Limonadă cu soc și mentă"),
        Edition("Brioșă cu afine", date(2026, 1, 10), "Brioșă cu fistic"),
        Edition("Cheesecake cu vișine", date(2026, 3, 1), "Cheesecake cu caramel sărat"),
    ),
    places=(
        Place("La masă", "Piața Muzeului", 0.36),
        Place("La masă", "Mărăști", 0.22),
        Place("La pachet", "Piața Muzeului", 0.20),
        Place("La pachet", "Mărăști", 0.15),
        Place("Livrare", "Mărăști", 0.07),
    ),
    marketing=Marketing(
        winning=(
            WinningChannel("Instagram", 0.24, 3_600, 260, 9, 1.8),
            WinningChannel("Facebook", 0.16, 3_100, 240, 8, 1.7),
            WinningChannel("Google Maps", 0.18, 2_400, 90, 6, 1.6),
            WinningChannel("Pliante în cartier", 0.08, 4_200, 140, 4, 1.3),
            WinningChannel("Trecători", 0.34, 0, 0, 0, 0),
        ),
        referral_channel="Recomandare",
        keeping=(
            KeepingChannel("Card de fidelitate", 15),
            KeepingChannel("SMS către clienți", 7.5),
            KeepingChannel("Newsletter", 4),
        ),
        shared_channel="Site și fotografii",
        shared_share=0.045,
        spend_step=100,
    ),
    words=Words(
        people=((tuple(WOMEN), tuple(SURNAMES)), (tuple(MEN), tuple(SURNAMES))),
        purposes={"acquisition": "atragere", "retention": "fidelizare", "shared": "comun"},
        stages={"reached": "acoperire", "visited": "vizite", "enquired": "solicitări"},
        opinions=OPINIONS,
        tag="important",
    ),
    style=Style(
        encoding="utf-8-sig",
        encodings={},
        delimiter=";",
        decimal=",",
        line_end="\r\n",
        date_format="%d.%m.%Y",
        time_format="%H:%M",
        customer_prefix="FID-",
        customer_digits=5,
        order_prefix="B",
        order_digits=6,
        headers={
            "orders": {
                "order_id": "Nr. bon",
                "ordered_at": "Data",
                "customer_id": "Card client",
                "product": "Produs",
                "category": "Categorie",
                "channel": "Canal",
                "store": "Locație",
                "quantity": "Cantitate",
                "discount": "Reducere",
                "amount": "Valoare (lei)",
                "cost": "Cost",
            },
            "customers": {
                "customer_id": "Card client",
                "name": "Nume",
                "signed_up_on": "Data înscrierii",
                "acquired_channel": "Canal de atragere",
                "referred_by": "Recomandat de",
                "tags": "Etichete",
            },
            "spend": {"first_day": "De la", "last_day": "Până la", "channel": "Canal", "purpose": "Scop", "amount": "Sumă (lei)"},
            "contacts": {"day": "Data", "channel": "Canal", "stage": "Etapă", "people": "Persoane"},
            "feedback": {"day": "Data", "customer_id": "Card client", "score": "Notă", "reason": "Motiv", "comment": "Comentariu"},
        },
    ),
)
