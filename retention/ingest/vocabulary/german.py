"""German words of headers, statuses and channels, written without umlauts as they are compared."""

from __future__ import annotations

# What a header means; the likelier phrase first: it wins where two columns of one table fit.
HEADERS: dict[str, str] = {
    "order_id": (
        "bestellnummer, bestell nr, bestellnr, bestellungsnummer, bestell id, bestellung, auftragsnummer, auftrags nr, "
        "auftragsnr, auftrag, rechnungsnummer, rechnungs nr, rechnungsnr, rechnung nr, rechnung, belegnummer, beleg nr, belegnr, "
        "beleg, bonnummer, bon nr, bonnr, kassenbon, bon, vorgangsnummer, vorgang, transaktionsnummer, transaktions id, "
        "belegfeld 1, lieferschein nr, kaufnummer, order nr"
    ),
    "customer_id": (
        "kundennummer, kunden nr, kundennr, kd nr, kdnr, kunden id, kundencode, kundenkarte, kundenkonto, kunde, kaufer, kaeufer, "
        "besteller, debitorennummer, debitor nr, debitor, mitgliedsnummer, mitglied, auftraggeber, rechnungsempfanger, "
        "benutzername, e mail kunde, kunden e mail, kunden email, e mail adresse, emailadresse"
    ),
    "name": (
        "kundenname, name kunde, name des kunden, firma, firmenname, vor und nachname, vorname, nachname, rechnungsname, "
        "ansprechpartner, name des kaufers, kaufername"
    ),
    "date": (
        "bestelldatum, rechnungsdatum, kaufdatum, belegdatum, verkaufsdatum, auftragsdatum, buchungsdatum, datum, tag, "
        "bestellt am, gekauft am, verkauft am, erstellt am, datum uhrzeit, zeitpunkt, zeitstempel, bestellzeitpunkt, kaufzeitpunkt, "
        "verkaufszeitpunkt, buchungszeitpunkt, bestellzeit, zeit, umsatzdatum, leistungsdatum, "
        "monat, woche, kalenderwoche"
    ),
    "first_day": "beginn, startdatum, anfang, berichtsstart, berichtsbeginn, datum von, zeitraum von, von, ab",
    "last_day": "ende, enddatum, berichtsende, datum bis, zeitraum bis, bis",
    "signed_up_on": (
        "registriert am, anmeldedatum, registrierungsdatum, angemeldet am, kunde seit, mitglied seit, angelegt am, eintrittsdatum, "
        "beitrittsdatum"
    ),
    "amount": (
        "gesamtbetrag, rechnungsbetrag, endbetrag, zahlbetrag, gesamtsumme, gesamtpreis, bestellwert, auftragswert, bestellsumme, "
        "positionssumme, zeilensumme, positionsbetrag, gesamt brutto, summe brutto, betrag brutto, umsatz brutto, bruttobetrag, "
        "bruttoumsatz, betrag, umsatz, gesamt, summe, gesamt netto, summe netto, betrag netto, umsatz netto, nettobetrag, "
        "nettoumsatz, verkaufsbetrag, warenwert, erlos, erlose, einnahmen, gezahlt, brutto, netto"
    ),
    "unit_price": (
        "einzelpreis, stuckpreis, stueckpreis, preis pro stuck, preis je stuck, preis pro einheit, preis je einheit, verkaufspreis, "
        "einzelpreis brutto, einzelpreis netto, e preis, artikelpreis, vk preis, vk brutto, vk netto, ladenpreis, listenpreis, preis"
    ),
    "quantity": (
        "menge, anzahl, stuckzahl, stueckzahl, stuck, stueck, bestellmenge, verkaufsmenge, verkaufte menge, anzahl artikel, "
        "anzahl positionen, absatz, absatzmenge, gesamtmenge"
    ),
    "discount": "rabattbetrag, rabatt, nachlass, preisnachlass, rabatt betrag, rabatt gesamt, gutscheinbetrag, skonto",
    "discount_share": "rabatt percent, rabatt in percent, rabattsatz, nachlass percent",
    "cost": "wareneinsatz, einkaufswert, ek wert, warenkosten, selbstkosten, herstellkosten, kosten",
    "unit_cost": "einkaufspreis, ek preis, ek netto, einstandspreis, ek",
    "profit": "gewinn, rohertrag, rohgewinn, deckungsbeitrag, marge",
    "product": (
        "produktname, artikelname, artikelbezeichnung, produktbezeichnung, produkt, artikel, ware, bezeichnung, beschreibung, "
        "artikelbeschreibung, produkttitel, dienstleistung, leistung, warenbezeichnung, artikelnummer, artikel nr, artikelnr, "
        "art nr, produktnummer, produkt id, artikel id"
    ),
    "category": (
        "kategorie, warengruppe, produktkategorie, produktgruppe, artikelgruppe, hauptwarengruppe, sparte, abteilung, rubrik, "
        "sortiment, unterkategorie"
    ),
    "channel": (
        "kanal, vertriebskanal, verkaufskanal, vertriebsweg, marketingkanal, werbekanal, bestellquelle, quelle, plattform, "
        "verkaufsplattform, herkunft"
    ),
    "acquired_channel": "herkunft des kunden, kundenquelle, akquisekanal, erstkontakt, wie aufmerksam geworden, wie gefunden",
    "store": "filiale, laden, geschaft, geschaeft, standort, niederlassung, verkaufsstelle, filial nr, filialnummer, markt, kasse",
    "city": (
        "stadt, ort, rechnungsort, rechnungsstadt, wohnort, stadt ort, ort stadt, kundenort, kundenstadt, stadt des kunden, ort des "
        "kunden, rechnungsadresse ort, rechnungsadresse stadt, lieferort, lieferstadt, lieferadresse ort, lieferadresse stadt, "
        "versandort"
    ),
    "status": (
        "bestellstatus, auftragsstatus, zahlungsstatus, rechnungsstatus, status der bestellung, zustand, belegart, vorgangsart, "
        "buchungsart, transaktionsart"
    ),
    "currency": "wahrung, waehrung, wahrungscode, waehrungscode, wkz, wkz umsatz",
    "spend": (
        "ausgaben, werbekosten, werbeausgaben, marketingkosten, marketingausgaben, ausgegebener betrag, ausgegeben, mediakosten, "
        "kosten werbung, aufwand"
    ),
    "campaign": "kampagne, kampagnenname, name der kampagne, anzeigengruppe, anzeigenname",
    "purpose": "zweck, verwendungszweck, verwendung, ziel",
    "acquisition_share": "anteil neukunden, neukundenanteil, anteil gewinnung",
    "ad_metric": "impressionen, klicks, reichweite, aufrufe, klickrate, kosten pro klick, conversion wert, konversionen, seitenaufrufe",
    "stage": "stufe, phase, schritt, kontaktstufe",
    "people": "personen, besucher, anzahl personen, anzahl besucher, besucherzahl, kundenzahl, anzahl kunden, gaste, kunden",
    "score": "bewertung, punkte, punktzahl, note, zufriedenheit, sterne, weiterempfehlung, wie wahrscheinlich",
    "reason": "grund, ursache, anlass, thema, hauptgrund",
    "comment": "kommentar, rezension, text, nachricht, meinung, bewertungstext",
    "referred_by": "geworben von, empfohlen von, empfehlung von, eingeladen von, werber, empfehler",
    "tags": "schlagworte, kundengruppe, kundentyp, kundensegment, kundenart, kundenklasse",
    "phone": "telefon, telefonnummer, handy, handynummer, mobil, mobilnummer, rufnummer",
    "returned": "retourniert, zuruckgegeben",
    "lifetime_revenue": "gesamtumsatz des kunden, umsatz gesamt kunde, kundenumsatz, kundenwert, lebenszeitwert, bisheriger umsatz",
    "ignored": (
        "lieferdatum, versanddatum, falligkeitsdatum, fallig am, fallig, geburtsdatum, geburtstag, zahlungsdatum, bezahlt am, "
        "versendet am, geliefert am, anderungsdatum, geandert am, letzte anderung, mwst, mwst betrag, mwst satz, mehrwertsteuer, "
        "umsatzsteuer, ust, ust betrag, ust satz, steuer, steuerbetrag, steuersatz, steuerschlussel, versandkosten, versand, "
        "versandart, versandmethode, lieferkosten, liefergebuhr, porto, fracht, gebuhr, gebuhren, provision, trinkgeld, pfand, "
        "zahlungsart, zahlungsmethode, zahlungsweise, zahlart, zahlung, lieferart, lieferung, lieferadresse, rechnungsadresse, "
        "lieferanschrift, rechnungsanschrift, adresse, anschrift, strasse, hausnummer, plz, postleitzahl, land, "
        "bundesland, geschlecht, anrede, titel, alter, jahr, quartal, wochentag, uhrzeit, stunde, mitarbeiter, verkaufer, "
        "verkaeufer, kassierer, bediener, lieferant, hersteller, marke, gewicht, lagerbestand, bestand, lager, lagerwert, gtin, "
        "positionsnummer, pos nr, pos, position, zeile, lfd nr, laufende nummer, nummer, einheit, mengeneinheit, konto, gegenkonto, "
        "bu schlussel, soll haben kennzeichen, soll haben kz, kurs, basis umsatz, kostenstelle, buchungstext, ust id, "
        "steuernummer, sollumsatz, planumsatz, umsatzziel, umsatzplan, prognose, letzte bestellung, letzter kauf, letzter besuch, "
        "datum letzter kauf, anzahl bestellungen, bestellungen, anzahl kaufe, bemerkung, bemerkungen, notiz, notizen, anmerkung, "
        "gutscheincode, gutschein, sendungsnummer, laufzeit, vertragslaufzeit, neukunde, gehalt, jahresgehalt, kontostand, "
        "erstattungsbetrag, erstattet, iban, firmenumsatz, umsatz pro kunde, durchschnittlicher warenkorb"
    ),
}

# Parts of a status cell. "sale" is looked at first: a partly refunded order is a sale. A part with a dot is a whole word.
STATUSES: dict[str, str] = {
    "return": "erstatt, ruckerstatt, rueckerstatt, retour, gutschrift, rucksend, ruecksend, ruckgabe, zuruckgegeben, storno.",
    "cancelled": "stornier, abgebrochen, abgelehnt, ungultig, gekundigt, fehlgeschlagen, geloscht",
    "unpaid": "offen., unbezahlt, nicht bezahlt, zahlung ausstehend, wartet auf zahlung, uberfallig, angemahnt, mahnung",
    "test": "test",
    "sale": "teilweise, teilerstatt, teilretour, nicht retour, keine retoure, ohne retoure",
}

# Parts of a cell that names a stage of contact, the later stage first.
STAGES: dict[str, str] = {
    "enquired": "anfrage, angefragt, anruf, nachricht, kontaktiert, interessent",
    "visited": "besuch, klick, gekommen, sitzung",
    "reached": "erreicht, reichweite, gesehen, eingeblendet, publikum, impressi",
}

# Parts of a cell that says what money was spent for.
PURPOSES: dict[str, str] = {
    "shared": "gemeinsam, allgemein, gemischt, beides, image",
    "retention": "bindung, kundenbindung, bestandskund, stammkund, halten, reaktivier, treue",
    "acquisition": "gewinnung, neukund, akquise, werbung",
}

# Where no column says what for: parts of the names of channels that serve one end.
CHANNELS: dict[str, str] = {
    "retention": "rundbrief, kundenkarte, treue, bestandskund, stammkund, bonuspunkt, gutschein an kund",
    "acquisition": "werbung, anzeige, flugblatt, prospekt, plakat, suche, suchmaschine, zeitung, aussenwerbung, empfehlung",
}

# Words in the names of files and sheets.
TABLES: dict[str, str] = {
    "customers": "kunden, kundenliste, kundenstamm, mitglieder, debitoren, adressen",
    "spend": "ausgaben, werbung, werbekosten, marketingkosten, kosten, kampagnen",
    "contacts": "kontakte, anfragen, trichter, besuche, reichweite",
    "feedback": "bewertungen, umfrage, kundenmeinungen, rezensionen",
    "products": "produkte, artikel, artikelliste, artikelstamm, sortiment, preisliste, katalog",
    "returns": "retouren, ruckgaben, erstattungen",
    "orders": "bestellungen, auftrage, verkaufe, verkaufsdaten, umsatze, umsatz, rechnungen, belege, kassenbons, transaktionen",
}

# A row whose cell is one of these, or begins with one where the date should be, is a row of totals.
TOTALS = "gesamt, summe, insgesamt, gesamtsumme, zwischensumme, endsumme, gesamtergebnis, gesamtbetrag, summe gesamt"

# Beside a header's own word these say nothing of its meaning.
FILLERS = "der, die, das, des, den"

# Headers of a status that is the kind of the document: a return there is a document of its own, with its own amount.
DOCUMENT_KINDS = "belegart, vorgangsart, buchungsart, transaktionsart"

# What stands in the place of a customer where it is nobody in particular.
GUESTS = (
    "laufkunde, laufkundschaft, barverkauf, barkunde, gast, gastbestellung, anonym, unbekannt, privatkunde, diverse, ohne kunde, kein kunde"
)
