"""English words of headers, statuses and channels, with the commonest German ones beside them."""

from __future__ import annotations

# What a header means; the likelier phrase first: it wins where two columns of one table fit.
HEADERS: dict[str, str] = {
    "order_id": (
        "order id, order number, order no, order nr, order, invoice no, invoice number, invoice id, invoice, receipt "
        "no, receipt number, receipt id, receipt, transaction id, transaction number, sales order, ticket number, check "
        "number, purchase id, sale id, bestellnummer, rechnungsnummer, belegnummer"
    ),
    "customer_id": (
        "customer id, customer number, customer no, customer code, customer key, client id, client number, client code, "
        "buyer id, member id, user id, loyalty card, card number, customer card, customer, client, buyer, member, "
        "account id, patient id, guest id, shopper, customer email, email, e mail, email address, customer phone, "
        "kundennummer, kunde, kunden id"
    ),
    "name": (
        "name, customer name, client name, full name, company name, company, contact name, first name, buyer name, billing name, last name"
    ),
    "date": (
        "order date, date of order, invoice date, purchase date, date of purchase, sale date, sales date, transaction "
        "date, date, created at, date created, order created, ordered at, ordered on, order time, order datetime, "
        "purchase time, placed at, day, datetime, date time, timestamp, week, month, bestelldatum, rechnungsdatum, "
        "kaufdatum, belegdatum, datum"
    ),
    "first_day": "period start, start date, first day, start, starts, from, date from, reporting starts, week start, beginn",
    "last_day": "period end, end date, last day, end, ends, to, until, date to, reporting ends, week end, ende",
    "signed_up_on": (
        "signed up on, signed up, sign up date, signup date, registration date, registered on, registered at, "
        "registered, member since, customer since, joined, joined on, join date, date joined, created"
    ),
    "amount": (
        "net amount, total amount, order total, line total, amount, total price, total, total sales, net sales, sales "
        "amount, sales, dollar value, amt, order value, purchase amount, transaction amount, amount paid, paid amount, "
        "payment amount, grand total, extended price, item total, turnover, revenue, net revenue, gross sales, value, "
        "sum, gesamtbetrag, gesamt, betrag, umsatz, summe"
    ),
    "unit_price": (
        "unit price, price each, item price, price per unit, price per item, lineitem price, selling price, sale price, "
        "list price, price, einzelpreis, preis"
    ),
    "quantity": (
        "quantity, qty, quantity ordered, units sold, units, number of units, number of items, number of cds, item count, "
        "items, pieces, pcs, lineitem quantity, menge, anzahl, total quantity, total qty, total units, total items, total "
        "pieces, quantity sold, qty sold, items sold"
    ),
    "discount": (
        "discount amount, discount, rebate, discount total, total discount, price reduction, rabatt, discount value, total discount amount"
    ),
    "discount_share": "discount percent, discount percentage, discount rate, discount pct, discount share",
    "cost": (
        "cost of goods sold, cost of goods, cogs, total cost, cost total, cost amount, cost price total, cost, costs, "
        "parts cost, labor cost, labour cost, material cost, materials cost"
    ),
    "unit_cost": "unit cost, cost per unit, cost price, purchase price, buying price, cost each, einkaufspreis",
    "profit": "profit, gross profit, margin amount, total profit, gewinn",
    "product": (
        "product name, product, product title, item name, item, lineitem name, service type, service, article, article "
        "name, goods, description, product description, item description, sku name, product id, product code, item "
        "code, stock code, sku, produkt, artikel"
    ),
    "category": (
        "category, product category, item category, service category, category name, department, product line, product "
        "type, product group, sub category, subcategory, group, kategorie, warengruppe"
    ),
    "channel": (
        "channel, sales channel, marketing channel, channel name, order source, sales source, source, platform, medium, "
        "traffic source, utm source, ad platform, media, network, campaign type, kanal"
    ),
    "acquired_channel": (
        "acquisition channel, acquired channel, referral source, lead source, customer source, how did you hear, first channel, came from"
    ),
    "store": ("store, store name, shop, shop name, branch, outlet, location name, location, store id, store code, branch id, filiale"),
    "status": (
        "order status, status, financial status, payment status, state of order, order state, transaction type, "
        "document type, type, transaction status"
    ),
    "currency": "currency, currency code, waehrung, wahrung",
    "spend": (
        "spend, ad spend, amount spent, total spend, marketing spend, advertising cost, ad cost, media cost, marketing "
        "cost, spent, expense, expenses, expenditure, ausgaben, werbekosten"
    ),
    "campaign": "campaign, campaign name, ad campaign, ad name, ad set name, ad group, utm campaign, kampagne",
    "purpose": "purpose, goal, objective, spend type, spending purpose, used for, zweck",
    "acquisition_share": "acquisition share, share of acquisition, new customer share",
    "ad_metric": (
        "impressions, impr, clicks, ctr, cpc, cpm, cpa, roas, conversions, conversion rate, leads, reach, views, link "
        "clicks, avg cpc, cost per click, cost per conversion, cost per lead"
    ),
    "stage": "stage, funnel stage, contact stage, funnel step, step",
    "people": "people, persons, number of people, contacts, visitors, count, headcount, users",
    "score": "score, nps, nps score, rating, satisfaction, stars, grade, mark, likelihood to recommend, bewertung",
    "reason": "reason, main reason, cause, topic, theme, grund",
    "comment": "comment, comments, feedback, review, text, message, remark, review text, answer, kommentar",
    "referred_by": "referred by, referrer, referrer id, referral, invited by, recommended by, brought by, referring customer",
    "tags": "tags, tag, segment, customer segment, customer group, labels, client type",
    "phone": "phone, phone number, mobile, mobile number, tel",
    "returned": "returned, is returned, return flag",
    "ignored": (
        "ship date, shipped date, shipping date, delivery date, due date, required date, date of birth, birth date, birthday, "
        "paid at, fulfilled at, cancelled at, updated at, modified, row id, line id, row, index, line number, line no, employee "
        "id, employee, supplier id, supplier, category id, ship mode, shipping method, payment method, payment type, payment, "
        "freight, shipping, shipping cost, shipping fee, delivery cost, delivery, tax, taxes, tax amount, vat, gst, tip, tips, "
        "fee, fees, commission, budget, daily budget, year, month name, quarter, weekday, hour, hours, duration, age, home age, "
        "customer age, fax, zip, zip code, postal code, postcode, address, street, city, state, country, region, province, "
        "latitude, longitude, gender, sex, title, weight, stock, units in stock, units on order, reorder level, discontinued, "
        "via, ship via, ship name, discount code, coupon, notes, note, tenure, churn, churn label, last purchase date, last "
        "order date, last purchase, last order, last visit, first order date, first purchase date, total spent, lifetime value, "
        "total lifetime value, average order value, avg ticket size, monthly charges, total charges, total discounts, tax rate, "
        "exchange rate, balance, vendor, brand, barcode, purchase address, billing address, total tax, total vat, tax total, "
        "sales tax, total shipping, shipping total, total weight, total orders, total customers, number of orders, salesperson, "
        "sales person, sales person id, salesperson id, sales rep, sales representative, amount due, bonus, points, gift card "
        "amount, rounding"
    ),
}

# Parts of a status cell. "sale" is looked at first: a partly refunded order is a sale.
STATUSES: dict[str, str] = {
    "return": "return, refund, credit note, chargeback, storniert, erstattet, retoure",
    "cancelled": "cancel, void, annul, declined, failed, expired, abandon",
    "unpaid": "unpaid, not paid, awaiting payment, overdue, offen",
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
    "customers": "customers, clients, members, customer, kunden",
    "spend": "spend, spending, marketing, expenses, ads, costs, campaign, advertising",
    "contacts": "contacts, leads, reach, funnel, visits",
    "feedback": "feedback, reviews, nps, survey, ratings",
    "products": "products, product, price list, catalogue, catalog",
    "returns": "returns, refunds",
    "orders": "orders, sales, order, transactions, invoices, purchases, receipts",
}

# A row whose cell is one of these, or begins with one where the date should be, is a row of totals.
TOTALS = "total, totals, grand total, subtotal, sub total, sum total, overall, gesamt, summe, insgesamt, razem, suma"

# Beside a header's own word these say nothing of its meaning.
FILLERS = "the, of, in"

# Headers of a status that is the kind of the document: a return there is a document of its own, with its own amount.
DOCUMENT_KINDS = "transaction type, document type, type, operation"
