"""English words of headers, statuses and channels."""

from __future__ import annotations

from retention.ingest.vocabulary.english_left_out import IGNORED

# What a header means; the likelier phrase first: it wins where two columns of one table fit.
HEADERS: dict[str, str] = {
    "order_id": (
        "order id, order number, order no, order nr, sales order number, order, invoice no, invoice number, invoice id, invoice, "
        "receipt no, receipt number, receipt id, receipt, bill no, bill number, bill id, transaction id, transaction number, transaction "
        "no, transaction, sales order id, sales order, ticket number, check number, purchase id, sale id, sales id, increment id, basket "
        "id, order ref, order reference, document number, document no, booking number, "
        "book number, booking id, booking reference, reservation number, reservation id, confirmation code, confirmation number"
    ),
    "customer_id": (
        "customer id, customer number, customer no, customer code, customer key, client id, client number, client num, client code, "
        "buyer id, member id, user id, loyalty card, loyalty id, card number, customer card, customer, client, buyer, member, account id, "
        "patient id, guest id, shopper, shopper id, customer reference id, customer reference, customer ref, household key, visitor id, "
        "customer email, customer email address, buyer email, client email, email, e mail, email address, customer phone, user, username, "
        "bill to customer, sold to customer, sold to, booked by, booker, guest"
    ),
    "name": (
        "name, customer name, client name, full name, company name, company, contact name, first name, buyer name, billing name, bill to "
        "name, last name, surname, username display, associated contact, primary contact, associated company, primary company"
    ),
    "date": (
        "order date, date of order, invoice date, purchase date, date of purchase, date purchase, sale date, sales date, date of sale, "
        "transaction date, date, created at, date created, order created, ordered at, ordered on, order time, order datetime, order "
        "timestamp, order purchase timestamp, purchase timestamp, purchase time, placed at, day, datetime, date time, "
        "timestamp, bill date, "
        "receipt date, posting date, document date, week, month, payment date, date of payment, paid on, working date, "
        "booked on, booked at, booking date, date booked, reservation date, submit date, submitted at, date submitted, "
        "started at, created, check in, check in date, close date"
    ),
    "first_day": "period start, start date, first day, start, starts, from, date from, reporting starts, week start",
    "last_day": "period end, end date, last day, end, ends, to, until, date to, reporting ends, week end",
    "signed_up_on": (
        "signed up on, signed up, sign up date, signup date, registration date, registered on, registered at, registered, member since, "
        "customer since, joined, joined on, join date, date joined, created, enrollment date, enrolment date, dt customer, first seen, "
        "started at, started on, subscribed at, subscribed on, subscription start, subscription start date, subscription started, "
        "activated at, activated on, activation date, trial start"
    ),
    "amount": (
        "net amount, total amount, order total, line total, amount, total price, total, total sales, net sales, sales amount, "
        "sales, dollar "
        "value, amt, order value, order amount, purchase amount, transaction amount, amount paid, paid amount, payment amount, payment "
        "value, grand total, grand total purchased, grand total base, extended price, extended amount, item total, item subtotal, line "
        "amount, total due, invoice amount, invoice total, bill amount, turnover, revenue, net revenue, gross sales, gross amount, total "
        "revenue, total value, total paid, total bill, weekly sales, daily sales, sales value, sale amount, sale value, value, sum, "
        "subtotal, sub total, paid, purchase"
    ),
    "unit_price": (
        "unit price, price each, item price, price per unit, price per item, lineitem price, line item price, selling price, sale price, "
        "sales price, retail price, list price, price, unit selling price, unit retail"
    ),
    "quantity": (
        "quantity, qty, quantity ordered, qty ordered, units sold, units, unit sold, number of units, number of items, number of cds, item "
        "count, items, pieces, pcs, lineitem quantity, order quantity, order qty, transaction qty, total quantity, total qty, total units, "
        "total items, total pieces, quantity sold, qty sold, items sold, quantity purchased, no of items, item quantity"
    ),
    "discount": "discount amount, discount, rebate, discount total, total discount, price reduction, discount value, total discount amount",
    "discount_share": "discount percent, discount percentage, discount rate, discount pct, discount share, unit price discount",
    "cost": (
        "cost of goods sold, cost of goods, cogs, total cost, cost total, cost amount, cost price total, cost, costs, parts cost, labor "
        "cost, labour cost, material cost, materials cost"
    ),
    "unit_cost": "unit cost, cost per unit, cost price, purchase price, buying price, cost each, standard cost",
    "profit": "profit, gross profit, margin amount, total profit, gross income, gross margin, net profit",
    "product": (
        "product name, product, product title, item name, item, item purchased, lineitem name, service type, service, article, article "
        "name, goods, description, product description, item description, product detail, sku name, product id, product code, item code, "
        "stock code, sku, item id, variant, asin, item sku, products"
    ),
    "category": (
        "category, product category, item category, service category, category name, department, product line, product type, product "
        "group, sub category, subcategory, group, family"
    ),
    "channel": (
        "channel, sales channel, marketing channel, channel name, order source, sales source, source, platform, medium, traffic source, "
        "utm source, ad platform, media, network, campaign type"
    ),
    "acquired_channel": (
        "acquisition channel, acquired channel, referral source, lead source, customer source, how did you hear, first channel, came from"
    ),
    "store": (
        "store, store name, shop, shop name, branch, outlet, location name, location, store id, store code, branch id, "
        "shopping mall, mall, "
        "store location, purchase point, store number, shop id"
    ),
    "city": (
        "city, billing city, city billing, bill to city, city town, town city, town, city name, customer city, client city, buyer city, "
        "home city, billing address city, customer address city, address city, contact city, mailing city, order city, locality, "
        "hometown, home town, customer town, shipping city, ship city, city shipping, ship to city, shipping address city, delivery "
        "city, delivery address city, recipient city, delivery town"
    ),
    "status": (
        "order status, status, financial status, payment status, state of order, order state, transaction type, document type, type, "
        "transaction status"
    ),
    "currency": "currency, currency code",
    "spend": (
        "spend, ad spend, amount spent, total spend, marketing spend, advertising cost, ad cost, media cost, marketing cost, spent, "
        "expense, expenses, expenditure, media spend, cost micros, metrics cost micros, spend micros"
    ),
    "campaign": "campaign, campaign name, ad campaign, ad name, ad set name, ad group, utm campaign",
    "purpose": "purpose, goal, objective, spend type, spending purpose, used for",
    "acquisition_share": "acquisition share, share of acquisition, new customer share",
    "ad_metric": (
        "impressions, impr, clicks, ctr, cpc, cpm, cpa, roas, conversions, conversion rate, leads, reach, views, link clicks, "
        "avg cpc, cost "
        "per click, cost per conversion, cost per lead, conversion value, conv value, conversions value, all conv value, purchase roas, "
        "purchases conversion value, attributed revenue, attributed sales, sessions"
    ),
    "stage": "stage, funnel stage, contact stage, funnel step, step",
    "people": (
        "people, persons, number of people, contacts, visitors, count, headcount, users, customers, number of customers, footfall, guests"
    ),
    "score": (
        "score, nps, nps score, rating, satisfaction, stars, grade, mark, likelihood to recommend, how likely are you, "
        "how satisfied are you, how would you rate, how do you rate"
    ),
    "reason": "reason, main reason, cause, topic, theme, why did you, primary reason",
    "comment": (
        "comment, comments, feedback, review, text, message, remark, review text, answer, "
        "review content, what can we improve, what could we improve, how can we improve, anything else"
    ),
    "referred_by": "referred by, referrer, referrer id, referral, invited by, recommended by, brought by, referring customer",
    "tags": "tags, tag, segment, customer segment, customer group, labels, client type, customer type, customer category",
    "phone": "phone, phone number, mobile, mobile number, tel, telephone, cell phone",
    "returned": "returned, is returned, return flag",
    "lifetime_revenue": (
        "total charges, total spent, lifetime value, total lifetime value, customer lifetime value, ltv, clv, cltv, lifetime revenue, "
        "lifetime spend, total spending, mnt total, total purchases amount, total revenue from customer, money spent, total spend, "
        "total purchase amount, historical spend"
    ),
    "ignored": IGNORED,
}

# Parts of a status cell. "sale" is looked at first: a partly refunded order is a sale.
STATUSES: dict[str, str] = {
    "return": "return, refund, credit note, chargeback",
    "cancelled": "cancel, void, annul, declined, fail., failed, failure, expired, abandon",
    "unpaid": "unpaid, not paid, awaiting payment, overdue",
    "test": "test",
    "sale": "partial, not return, no return",
}

# Parts of a cell that names a stage of contact, the later stage first.
STAGES: dict[str, str] = {
    "enquired": "enquir, inquir, lead, request, call, message, contacted, sign up",
    "visited": "visit, session, click, came, walk in, traffic",
    "reached": "reach, impression, saw, seen, view, shown, audience, prospect",
}

# Parts of a cell that says what money was spent for.
PURPOSES: dict[str, str] = {
    "shared": "shared, common, both, general, mixed, brand",
    "retention": "retention, retain, keep, loyal, existing, repeat, reactivat",
    "acquisition": "acqui, attract, win, new customer, new client, prospect",
}

# Where no column says what for: parts of the names of channels that serve one end.
CHANNELS: dict[str, str] = {
    "retention": "newsletter, e mail, email, crm, loyalty, sms, existing, mailing, push, bonus, client card, retention",
    "acquisition": (
        "ads, adwords, google, bing, search, facebook, instagram, meta, tiktok, linkedin, twitter, youtube, yelp, "
        "social, influencer, blogger, leaflet, flyer, billboard, radio, tv, print, banner, display, seo, ppc, "
        "affiliate, referral, outdoor, advert, marketplace"
    ),
}

# Words in the names of files and sheets.
TABLES: dict[str, str] = {
    "customers": "customers, clients, members, customer",
    "spend": "spend, spending, marketing, expenses, ads, costs, campaign, advertising",
    "contacts": "contacts, leads, reach, funnel, visits",
    "feedback": "feedback, reviews, nps, survey, ratings",
    "products": "products, product, price list, catalogue, catalog",
    "returns": "returns, refunds",
    "orders": "orders, sales, order, transactions, invoices, purchases, receipts",
}

# A row whose cell is one of these, or begins with one where the date should be, is a row of totals.
TOTALS = "total, totals, grand total, subtotal, sub total, sum total, overall"

# Beside a header's own word these say nothing of its meaning.
FILLERS = "the, of, in"

# Headers of a status that is the kind of the document: a return there is a document of its own, with its own amount.
DOCUMENT_KINDS = "transaction type, document type, type, operation"

# What stands in the place of a customer where it is nobody in particular.
GUESTS = (
    "guest, guest checkout, guest customer, guest user, walk in, walk in customer, walkin, walkin customer, cash customer, cash sale, cash "
    "sales, retail customer, counter sale, counter customer, anonymous, anonymous customer, unknown, unknown customer, no customer, "
    "customer unknown, not specified, not provided, unregistered, one time customer, end customer, pos customer, "
    "default customer, general public"
)
