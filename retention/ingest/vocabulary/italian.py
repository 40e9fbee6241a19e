"""Italian words of headers, statuses and channels, written without accents as they are compared."""

from __future__ import annotations

# What a header means; the likelier phrase first: it wins where two columns of one table fit.
HEADERS: dict[str, str] = {
    "order_id": (
        "numero ordine, numero d ordine, n ordine, nr ordine, num ordine, id ordine, codice ordine, ordine, numero fattura, n fattura, "
        "nr fattura, num fattura, fattura, numero scontrino, n scontrino, scontrino, numero documento, n documento, num documento, "
        "documento, numero ricevuta, ricevuta, id transazione, transazione, numero vendita, id vendita, riferimento, numero d acquisto, "
        "comanda, ddt"
    ),
    "customer_id": (
        "id cliente, codice cliente, cod cliente, numero cliente, n cliente, tessera cliente, carta fedelta, tessera fedelta, tessera, "
        "cliente, acquirente, compratore, intestatario, socio, iscritto, abbonato, utente, paziente, ospite, email cliente, "
        "e mail cliente, "
        "indirizzo email, indirizzo e mail, posta elettronica, telefono cliente, codice fiscale"
    ),
    "name": (
        "nome cliente, nome del cliente, nome e cognome, cognome e nome, nominativo, nome completo, nome, cognome, "
        "ragione sociale, azienda, "
        "societa, denominazione cliente, nome fatturazione"
    ),
    "date": (
        "data ordine, data dell ordine, data vendita, data di vendita, data acquisto, data di acquisto, data d acquisto, "
        "data fattura, data "
        "scontrino, data documento, data transazione, data operazione, data e ora, data ora, data, data creazione, data di creazione, "
        "creato il, giorno, mese, settimana, periodo"
    ),
    "first_day": "inizio, data inizio, data di inizio, dal, da, inizio periodo, inizio report",
    "last_day": "fine, data fine, data di fine, al, fino al, fine periodo, fine report",
    "signed_up_on": (
        "data iscrizione, data di iscrizione, iscritto il, data registrazione, data di registrazione, registrato il, "
        "cliente dal, socio dal, "
        "iscrizione"
    ),
    "amount": (
        "importo totale, totale ordine, totale fattura, totale documento, totale pagato, importo pagato, totale da pagare, totale riga, "
        "importo riga, prezzo totale, totale ivato, totale iva inclusa, importo, valore totale, totale, incasso, incassi, incassato, "
        "vendite, venduto, fatturato, ricavo, ricavi, valore, somma, importo netto, importo lordo, totale netto, totale lordo, imponibile, "
        "totale generale, corrispettivo"
    ),
    "unit_price": (
        "prezzo unitario, prezzo per unita, prezzo al pezzo, prezzo di vendita, prezzo vendita, prezzo articolo, prezzo prodotto, prezzo "
        "unitario ivato, prezzo listino, costo articolo, prezzo"
    ),
    "quantity": (
        "quantita, qta, q ta, qty venduta, quantita venduta, quantita ordinata, pezzi, pz, numero pezzi, numero articoli, unita vendute, "
        "quantita totale, n pezzi, n articoli"
    ),
    "discount": "sconto, importo sconto, valore sconto, sconti, totale sconto, abbuono, ribasso",
    "discount_share": "sconto percent, percentuale sconto, percent sconto, percentuale di sconto",
    "cost": "costo totale, costo del venduto, costo merce, costo della merce, costo, costi",
    "unit_cost": "costo unitario, prezzo di acquisto, prezzo d acquisto, prezzo acquisto, prezzo di costo",
    "profit": "utile, profitto, guadagno, margine, margine lordo",
    "product": (
        "nome prodotto, nome del prodotto, prodotto, descrizione prodotto, descrizione articolo, articolo, nome articolo, "
        "descrizione, voce, "
        "servizio, prestazione, codice prodotto, codice articolo, cod articolo, id prodotto, merce, piatto"
    ),
    "category": (
        "categoria, categoria prodotto, categoria merceologica, sottocategoria, gruppo, reparto, famiglia, linea prodotto, tipo prodotto, "
        "gruppo merceologico, tipologia"
    ),
    "channel": (
        "canale, canale di vendita, canale vendita, canale di marketing, canale marketing, origine, origine ordine, fonte, "
        "piattaforma, provenienza"
    ),
    "acquired_channel": "canale di acquisizione, canale acquisizione, origine cliente, fonte cliente, come ci hai conosciuto",
    "store": "negozio, punto vendita, filiale, sede, bottega, nome negozio, cassa, locale",
    "city": (
        "citta, citta di fatturazione, citta fatturazione, citta cliente, citta del cliente, citta di residenza, comune, comune di "
        "residenza, localita, citta di spedizione, citta spedizione, citta di consegna"
    ),
    "status": (
        "stato, stato ordine, stato dell ordine, stato pagamento, stato del pagamento, tipo documento, tipo di documento, tipo operazione, "
        "tipo transazione, causale"
    ),
    "currency": "valuta, divisa, codice valuta, moneta",
    "spend": (
        "spesa, spese, importo speso, spesa pubblicitaria, spese pubblicitarie, costo pubblicita, spesa marketing, investimento, budget "
        "speso, costo campagna"
    ),
    "campaign": "campagna, nome campagna, nome della campagna, gruppo di annunci, gruppo di inserzioni, nome inserzione",
    "purpose": "scopo, obiettivo, finalita, destinazione",
    "acquisition_share": "quota acquisizione, percentuale acquisizione",
    "ad_metric": (
        "impressioni, clic, copertura, percentuale di clic, costo per clic, cpc medio, conversioni, valore di conversione, valore "
        "conversione, visualizzazioni, clic sul link, contatti generati"
    ),
    "stage": "fase, stadio, passaggio, fase del funnel",
    "people": "persone, numero persone, numero di persone, visitatori, numero clienti, clienti, coperti, ospiti",
    "score": "voto, punteggio, valutazione, soddisfazione, stelle, giudizio",
    "reason": "motivo, ragione, causa, argomento, motivo principale",
    "comment": "commento, commenti, recensione, testo, messaggio, opinione",
    "referred_by": "presentato da, consigliato da, invitato da, segnalato da, portato da",
    "tags": "etichette, etichetta, segmento, tipo cliente, tipo di cliente, gruppo cliente, gruppo clienti",
    "phone": "telefono, numero di telefono, cellulare, numero telefono, tel",
    "returned": "restituito",
    "lifetime_revenue": "totale speso, totale speso dal cliente, spesa totale cliente, fatturato cliente, totale acquisti, valore cliente",
    "ignored": (
        "data consegna, data di consegna, data spedizione, data di spedizione, data scadenza, scadenza, data di nascita, data nascita, "
        "compleanno, data pagamento, data di pagamento, pagato il, data modifica, iva, importo iva, aliquota iva, totale iva, imposta, "
        "imposte, tasse, spedizione, spese di spedizione, costo spedizione, costo di spedizione, metodo di spedizione, "
        "corriere, trasporto, "
        "consegna, commissione, commissioni, provvigione, mancia, coperto, metodo di pagamento, metodo pagamento, modalita di pagamento, "
        "modalita pagamento, tipo pagamento, pagamento, indirizzo, indirizzo di spedizione, indirizzo di fatturazione, via, cap, "
        "codice postale, paese, nazione, provincia, regione, sesso, genere, eta, anno, trimestre, giorno della settimana, ora, "
        "venditore, commesso, dipendente, cassiere, operatore, cameriere, fornitore, produttore, marca, marchio, peso, "
        "giacenza, magazzino, "
        "valore magazzino, scorte, codice a barre, ean, riga, numero riga, n riga, unita, unita di misura, um, partita iva, "
        "piva, obiettivo "
        "di vendita, obiettivo vendite, previsione, preventivo, budget, ultimo ordine, ultimo acquisto, ultima visita, data ultimo "
        "acquisto, primo acquisto, numero ordini, numero di ordini, n ordini, ordini, totale ordini, scontrino medio, note, note cliente, "
        "annotazioni, osservazioni, codice sconto, codice promozionale, buono sconto, coupon, nuovo cliente, punti, punti fedelta, saldo, "
        "stipendio, reddito, importo rimborsato, totale rimborsato, rimborso, numero di tracking, lingua, numero, progressivo, "
        "bollo, cauzione"
    ),
}

# Parts of a status cell. "sale" is looked at first: a partly refunded order is a sale. A part with a dot is a whole word.
STATUSES: dict[str, str] = {
    "return": "rimbors, reso., resa., resi., restituit, nota di credito, nota credito, storno., stornat",
    "cancelled": "annull, rifiutat, fallit, scadut, respint, cancellat, errore di pagamento, abbandonat",
    "unpaid": "non pagat, in attesa di pagamento, in attesa del pagamento, da pagare, insolut, da saldare, pagamento in attesa",
    "test": "prova.",
    "sale": "parzial, senza reso, non reso",
}

# Parts of a cell that names a stage of contact, the later stage first.
STAGES: dict[str, str] = {
    "enquired": "richiest, chiamat, telefonat, messaggi, contattat, preventiv, interessat",
    "visited": "visit, clic, venut, sessione, ingress",
    "reached": "raggiunt, copertura, visto., visualizz, pubblico, impression",
}

# Parts of a cell that says what money was spent for.
PURPOSES: dict[str, str] = {
    "shared": "comune, misto, entrambi, general, condivis, marchio",
    "retention": "fideliz, fidelta, mantenim, esistent, riattiv, ritenzione",
    "acquisition": "acquisizion, nuovi, attrarre, conquist, attrazione",
}

# Where no column says what for: parts of the names of channels that serve one end.
CHANNELS: dict[str, str] = {
    "retention": "fidelta, fideliz, clienti esistenti, carta cliente, raccolta punti, tessera",
    "acquisition": "pubblicit, annunci, inserzion, volantin, manifest, cartellon, ricerca, giornale, fiera, passaparola",
}

# Words in the names of files and sheets.
TABLES: dict[str, str] = {
    "customers": "clienti, anagrafica clienti, soci, iscritti, acquirenti",
    "spend": "spese, pubblicita, costi, inserzioni, campagne",
    "contacts": "contatti, richieste, visite, imbuto",
    "feedback": "recensioni, sondaggio, valutazioni, soddisfazione",
    "products": "prodotti, articoli, catalogo, listino, listino prezzi",
    "returns": "resi, rimborsi",
    "orders": "ordini, vendite, fatture, scontrini, transazioni, acquisti, incassi",
}

# A row whose cell is one of these, or begins with one where the date should be, is a row of totals.
TOTALS = "totale, totali, totale generale, subtotale, somma, totale complessivo"

# Beside a header's own word these say nothing of its meaning.
FILLERS = "di, del, della, dell, d, il"

# Headers of a status that is the kind of the document: a return there is a document of its own, with its own amount.
DOCUMENT_KINDS = "tipo documento, tipo di documento, tipo operazione, tipo transazione, causale"

# What stands in the place of a customer where it is nobody in particular.
GUESTS = (
    "cliente generico, cliente occasionale, consumatore finale, cliente al banco, vendita al banco, cliente anonimo, anonimo, ospite, "
    "clienti vari, privato, cliente privato, cliente di passaggio, cliente sconosciuto, senza cliente"
)
