"""Romanian words of headers, statuses and channels, written without diacritics as they are compared."""

from __future__ import annotations

# What a header means; the likelier phrase first: it wins where two columns of one table fit.
HEADERS: dict[str, str] = {
    "order_id": (
        "numar comanda, nr comanda, id comanda, comanda, numarul comenzii, numar bon, nr bon, bon fiscal, bon, numar "
        "factura, nr factura, factura, serie factura, numar document, nr document, id tranzactie, nr chitanta"
    ),
    "customer_id": (
        "id client, cod client, client id, numar client, card client, card de fidelitate, card fidelitate, card, "
        "client, clientul, cumparator, beneficiar, cod fidelitate, partener, abonat, email client, adresa de email, "
        "posta electronica, telefon client"
    ),
    "name": "nume, nume client, nume si prenume, numele clientului, denumire client, prenume, nume complet, firma",
    "date": (
        "data comenzii, data comanda, data vanzarii, data vanzare, data facturii, data factura, data bonului, data bon, "
        "data tranzactiei, data tranzactie, data cumpararii, data si ora, data documentului, data, ziua, zi, data "
        "crearii, luna si an, perioada, saptamana"
    ),
    "first_day": "de la, inceput, data inceput, inceputul perioadei, data de inceput, inceput perioada",
    "last_day": "pana la, sfarsit, data sfarsit, sfarsitul perioadei, data de sfarsit, sfarsit perioada",
    "signed_up_on": "data inscrierii, data inregistrarii, data inregistrare, inregistrat la, inscris la, client din, membru din",
    "amount": (
        "total de plata, suma de plata, de plata, valoare totala, total comanda, valoare comanda, pret total, total "
        "linie, suma totala, suma platita, achitat, total, suma, valoare, valoare vanzare, valoare vanzari, vanzari, "
        "incasari, incasat, cifra de afaceri, venit, valoare cu tva"
    ),
    "unit_price": "pret unitar, pret pe unitate, pret pe bucata, pret bucata, pret vanzare, pret de vanzare, pret produs, pret",
    "quantity": (
        "cantitate, cantitatea, cant, bucati, buc, numar bucati, nr bucati, unitati, unitati vandute, cantitate totala, total "
        "bucati, cantitate vanduta"
    ),
    "discount": (
        "valoare reducere, valoare discount, reducere, discount, rabat, suma reducere, total reducere, total discount, discount valoare"
    ),
    "discount_share": "procent reducere, reducere procent, procent discount, discount procent, reducere percent, discount percent",
    "cost": (
        "cost total, cost marfa, costul marfii, cost marfa vanduta, cost, costuri, cost de achizitie total, valoare achizitie, "
        "valoare de achizitie"
    ),
    "unit_cost": "cost unitar, pret achizitie, pret de achizitie, pret cumparare, cost pe unitate",
    "profit": "profit, profit brut, castig, marja, adaos",
    "product": (
        "produs, nume produs, produs nume, denumire produs, denumirea produsului, produsul, articol, denumire articol, "
        "denumire, serviciu, marfa, cod produs, produs id, id produs, preparat"
    ),
    "category": "categorie, categoria, categorie produs, grupa, grupa de produse, tip produs, departament, subcategorie",
    "channel": ("canal, canal de vanzare, canal vanzare, canal de vanzari, canal de marketing, canal de promovare, sursa, platforma"),
    "acquired_channel": (
        "canal de atragere, canal atragere, canal de achizitie, sursa clientului, sursa client, de unde a aflat, cum a aflat"
    ),
    "store": "locatie, magazin, punct de lucru, filiala, punct de vanzare, filiala id, unitate, locatia, casa",
    "city": (
        "oras, oras facturare, orasul, localitate, localitatea, oras localitate, localitate oras, localitate facturare, oras client, "
        "orasul clientului, localitate client, localitatea clientului, oras livrare, localitate livrare, oras destinatar, localitate "
        "destinatar"
    ),
    "status": ("stare, status, stare comanda, status comanda, starea comenzii, status plata, tip document, tip operatiune, tip tranzactie"),
    "currency": "moneda, valuta, cod moneda, deviza",
    "spend": ("cheltuiala, cheltuieli, suma cheltuita, cheltuit, cost publicitate, cost reclama, buget cheltuit, cheltuieli marketing"),
    "campaign": "campanie, nume campanie, campania, numele campaniei",
    "purpose": "scop, destinatie, obiectiv, scopul, scopul cheltuielii",
    "acquisition_share": "cota atragere, pondere atragere, cota de atragere",
    "ad_metric": "afisari, clicuri, click uri, clickuri, conversii, lead uri, leaduri, impresii, vizualizari, cost pe clic",
    "stage": "etapa, stadiu, pas, faza, etapa palniei",
    "people": "persoane, oameni, numar persoane, nr persoane, numar de persoane, vizitatori, numar clienti, nr clienti, clienti",
    "score": "nota, scor, punctaj, rating, evaluare, calificativ, scor nps, cat de probabil",
    "reason": "motiv, motivul, cauza, tema",
    "comment": "comentariu, comentarii, recenzie, parere, mesaj, opinie, text recenzie, observatia clientului",
    "referred_by": "recomandat de, adus de, invitat de, recomandare de la, cine a recomandat, recomandat",
    "tags": "etichete, eticheta, segment, tip client, grup client",
    "phone": "telefon, numar telefon, nr telefon, mobil",
    "returned": "returnat, este returnat",
    "lifetime_revenue": "total cheltuit, total cheltuit de client, valoare totala cumparaturi, total cumparaturi, valoare client",
    "ignored": (
        "data livrarii, data livrare, data nasterii, data platii, data scadentei, scadenta, data deschidere, data deschiderii, "
        "tva, valoare tva, cota tva, taxa, taxe, transport, cost transport, cost livrare, taxa livrare, livrare, comision, "
        "bacsis, an, anul, luna, trimestru, ziua saptamanii, ora, varsta, gen, sex, judet, adresa, tara, cod postal, "
        "regiune, vanzator, angajat, casier, furnizor, metoda plata, metoda de plata, modalitate plata, mod plata, "
        "plata, stoc, greutate, suprafata, cod de bare, numar curent, nr crt, nr, nr curent, buget, sold, brand, marca, "
        "producator, unitate de masura, um, observatii, cod promotional, valoare fara tva, categorie id, cif, cui, nota "
        "interna, client fidel, ultima comanda, data ultimei comenzi, ultima vizita, total tva, puncte, puncte fidelitate, "
        "numar comenzi, nr comenzi, numar bonuri, comenzi, plan vanzari, plan, tinta, prognoza, salariu, valoare stoc, "
        "suma rambursata, client "
        "nou, cifra de afaceri companie, data actualizarii, garantie"
    ),
}

# Parts of a status cell. "sale" is looked at first: a partly refunded order is a sale.
STATUSES: dict[str, str] = {
    "return": "retur, rambursat, stornat, storno, restituit",
    "cancelled": "anulat, refuzat, respins, sters, esuat",
    "unpaid": "neplat, neachitat, in asteptarea platii, restant, neincasat",
    "test": "test",
    "sale": "partial, fara retur",
}

# Parts of a cell that names a stage of contact, the later stage first.
STAGES: dict[str, str] = {
    "enquired": "solicit, cerer, intreb, apel, mesaj, lead, contactat",
    "visited": "vizit, intrat, clic, accesar, trecut",
    "reached": "acoperir, afis, vazut, expun, audient, impresi",
}

# Parts of a cell that says what money was spent for.
PURPOSES: dict[str, str] = {
    "shared": "comun, ambele, general, mixt, imagine",
    "retention": "fideliz, pastr, retent, retin, mentin, existent",
    "acquisition": "atrag, achizit, client nou, clienti noi, promov, castig",
}

# Where no column says what for: parts of the names of channels that serve one end.
CHANNELS: dict[str, str] = {
    "retention": "newsletter, fidel, sms, puncte, bonus, catre client, clienti existenti, e mail, cadou",
    "acquisition": "reclam, pliant, fluturas, afis, panou, promovare, publicit, influencer, retele sociale, cautare, ziar",
}

# Words in the names of files and sheets.
TABLES: dict[str, str] = {
    "customers": "clienti, cumparatori, membri, clientii",
    "spend": "cheltuieli, marketing, reclame, publicitate, costuri, promovare",
    "contacts": "contacte, solicitari, palnie, lead uri",
    "feedback": "recenzii, pareri, evaluari, opinii, feedback",
    "products": "produse, articole, catalog, lista de preturi, meniu",
    "returns": "retururi, retur",
    "orders": "comenzi, vanzari, bonuri, facturi, tranzactii, incasari",
}

# A row whose cell is one of these, or begins with one where the date should be, is a row of totals.
TOTALS = "total, total general, totaluri, suma totala, in total, subtotal, total vanzari"

# Beside a header's own word these say nothing of its meaning.
FILLERS = "in, buc"

# Headers of a status that is the kind of the document: a return there is a document of its own, with its own amount.
DOCUMENT_KINDS = "tip document, tip operatiune, tip tranzactie"

# What stands in the place of a customer where it is nobody in particular.
GUESTS = (
    "client ocazional, persoana fizica, client persoana fizica, consumator final, client final, client anonim, anonim, vizitator, oaspete, "
    "client retail, client cu amanuntul, vanzare cu amanuntul, client numerar, clienti diversi, client diversi, necunoscut, fara client, pf"
)
