"""Shortened words of headers, with what they may stand for: "cust_no" is the number of a customer."""

from __future__ import annotations

# Several full words: each is tried. All in small letters without accents, as words are compared.
ABBREVIATIONS: dict[str, str] = {
    # English
    "acct": "account", "addr": "address", "amnt": "amount", "amt": "amount", "avg": "average", "bal": "balance", "cat": "category",
    "cd": "code", "cnt": "count", "cust": "customer", "custno": "customer no", "cst": "customer", "ctgry": "category", "curr": "currency",
    "ccy": "currency", "desc": "description", "descr": "description", "disc": "discount", "dt": "date, data", "dte": "date",
    "dttm": "datetime", "emp": "employee", "ext": "extended", "inv": "invoice", "itm": "item", "mbr": "member", "nbr": "number",
    "nm": "name", "no": "number", "num": "number", "ord": "order", "ordno": "order no", "pct": "percent", "perc": "percent",
    "prc": "price", "pr": "price", "prd": "product", "prod": "product", "pmt": "payment", "pymt": "payment", "purch": "purchase",
    "qnty": "quantity", "qtty": "quantity", "quant": "quantity, quantidade", "rcpt": "receipt", "rev": "revenue", "shp": "ship",
    "shpmt": "shipment", "sls": "sales", "st": "store", "stat": "status", "sts": "status", "supp": "supplier", "tot": "total",
    "ttl": "total", "tran": "transaction", "trans": "transaction", "transac": "transaction", "trn": "transaction", "trx": "transaction",
    "txn": "transaction", "tx": "transaction", "tm": "time", "ts": "timestamp", "typ": "type", "u": "unit", "uprice": "unit price",
    "val": "value, valor", "whse": "warehouse", "yr": "year",
    # Russian and Ukrainian
    "арт": "артикул", "зак": "заказа, замовлення", "кат": "категория", "кл": "клиента, клієнта", "клиен": "клиента", "кол": "количество",
    "колич": "количество", "кільк": "кількість", "конт": "контрагент", "наим": "наименование", "наимен": "наименование",
    "найм": "найменування", "номенкл": "номенклатура", "ном": "номер", "пок": "покупателя, покупця", "покуп": "покупателя",
    "прод": "продажи, продажу", "реал": "реализация", "себест": "себестоимость", "собів": "собівартість", "скид": "скидка",
    "ст": "стоимость", "ст-ть": "стоимость", "сум": "сумма, сума", "тов": "товара, товару", "цен": "цена", "док": "документа",
    "ед": "единицу", "опл": "оплаты",
    # Romanian
    "cant": "cantitate, cantidad", "cat-ie": "categorie", "com": "comanda", "den": "denumire", "denum": "denumire", "fact": "factura",
    "fct": "factura", "prod-e": "produse", "val-oare": "valoare", "vanz": "vanzare", "unit": "unitar, unitario, unitaire",
    # German
    "anz": "anzahl", "art": "artikel", "bestell": "bestellung", "best": "bestell", "betr": "betrag", "bez": "bezeichnung",
    "ges": "gesamt", "kd": "kunden", "kdnr": "kundennummer", "kat": "kategorie, kategoria", "rab": "rabatt", "rechn": "rechnungs",
    "rg": "rechnungs", "re": "rechnungs", "stk": "stuck", "verk": "verkaufs",
    # French
    "cde": "commande", "cli": "client, cliente", "clt": "client", "desig": "designation", "fac": "facture", "lib": "libelle",
    "mt": "montant", "mnt": "montant", "px": "prix", "qte": "quantite", "qt": "quantite, quantita", "rem": "remise",
    # Spanish, Portuguese, Italian
    "cod": "codigo, codice, cod", "dcto": "descuento", "desct": "descuento", "dscto": "descuento", "fec": "fecha", "fch": "fecha",
    "imp": "importe, importo", "nro": "numero", "ped": "pedido", "prec": "precio, preco", "precunit": "precio unitario", "vta": "venta",
    "uni": "unidades, unitario", "vlr": "valor", "vl": "valor", "vr": "valor", "vend": "venda", "qtd": "quantidade", "qta": "quantita",
    "ord-ine": "ordine", "prz": "prezzo", "sc": "sconto", "forn": "fornitore", "clte": "cliente",
    # Polish
    "il": "ilosc", "kl": "klienta", "nazw": "nazwa", "sprz": "sprzedazy", "tow": "towaru", "war": "wartosc", "wart": "wartosc",
    "zam": "zamowienia",
    # Turkish
    "acik": "aciklama", "brm": "birim", "fyt": "fiyat", "mik": "miktar", "mus": "musteri", "sip": "siparis", "tar": "tarih", "tut": "tutar",
    "urn": "urun",
}  # fmt: skip
