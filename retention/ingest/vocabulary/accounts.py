"""Words of bank and account statements in all languages together, written without accents as they are compared."""

from __future__ import annotations

# Money that came in and money that went out, where each stands in a column of its own: the two headers belong together.
PAIRS = (
    ("credit", "debit"),
    ("credits", "debits"),
    ("credit amount", "debit amount"),
    ("deposit", "withdrawal"),
    ("deposits", "withdrawals"),
    ("deposit amount", "withdrawal amount"),
    ("deposit amt", "withdrawal amt"),
    ("money in", "money out"),
    ("paid in", "paid out"),
    ("haben", "soll"),
    ("gutschrift", "belastung"),
    ("gutschrift", "lastschrift"),
    ("eingang", "ausgang"),
    ("montant credit", "montant debit"),
    ("credit montant", "debit montant"),
    ("abono", "cargo"),
    ("abonos", "cargos"),
    ("haber", "debe"),
    ("credito", "debito"),
    ("creditos", "debitos"),
    ("accredito", "addebito"),
    ("accrediti", "addebiti"),
    ("avere", "dare"),
    ("uznania", "obciazenia"),
    ("uznanie", "obciazenie"),
    ("wplywy", "wydatki"),
    ("alacak", "borc"),
    ("yatan", "cekilen"),
    ("кредит", "дебет"),
    ("сумма по кредиту", "сумма по дебету"),
    ("зачисление", "списание"),
    ("зачислено", "списано"),
    ("поступление", "списание"),
    ("поступления", "списания"),
    ("надходження", "витрати"),
    ("надходження", "видатки"),
    ("suma credit", "suma debit"),
    ("incasari", "plati"),
    ("贷方", "借方"),
    ("贷方金额", "借方金额"),
    ("收入金额", "支出金额"),
    ("存入", "支取"),
)
# The same, but said of goods as well: they count only where no goods are named.
PAIRS_OF_GOODS_TOO = (
    ("приход", "расход"),
    ("прихід", "витрата"),
    ("поступило", "выбыло"),
    ("intrari", "iesiri"),
    ("entree", "sortie"),
    ("entrees", "sorties"),
    ("recette", "depense"),
    ("recettes", "depenses"),
    ("entradas", "salidas"),
    ("entrada", "saida"),
    ("entradas", "saidas"),
    ("entrate", "uscite"),
    ("ingresos", "gastos"),
    ("einnahmen", "ausgaben"),
    ("income", "expense"),
    ("income", "expenses"),
    ("доход", "расход"),
    ("przychod", "rozchod"),
    ("gelir", "gider"),
    ("收入", "支出"),
)

# Headers by what they give away of an account statement.
SIGNS: dict[str, str] = {
    "balance": (
        "balance, running balance, account balance, balance after, balance after transaction, closing balance, available balance, ledger "
        "balance, kontostand, saldo, saldo nach buchung, laufender saldo, solde, solde apres operation, solde du compte, saldo contable, "
        "saldo disponible, saldo final, saldo progressivo, saldo contabile, saldo disponibile, saldo po operacji, saldo po transakcji, "
        "saldo apos, bakiye, kalan bakiye, остаток, остаток на счете, остаток по счету, остаток после операции, баланс, баланс счета, "
        "входящий остаток, залишок, залишок на рахунку, sold, sold final, sold cont, sold disponibil, 余额, 账户余额"
    ),
    "own": (
        "account number, account no, iban, own iban, account iban, kontonummer, eigenes konto, auftragskonto, iban auftragskonto, numero "
        "de compte, numero compte, numero de cuenta, cuenta bancaria, conto corrente, numero conto, numero da conta, rachunek, numer "
        "rachunku, numer konta, hesap no, hesap numarasi, номер счета, счет клиента, расчетный счет, номер рахунку, рахунок, numar cont, "
        "cont iban, 账号, 账户"
    ),
    "value_date": (
        "value date, val date, booking date, posted date, date posted, wertstellung, valuta, valutadatum, wertstellungsdatum, buchungstag, "
        "date de valeur, date valeur, fecha valor, fecha de valor, data valuta, data di valuta, data valor, data waluty, data ksiegowania, "
        "valor tarihi, дата валютирования, дата проводки, дата зачисления, дата валютування, data valutei, data decontarii, "
        "起息日, 记账日期"
    ),
    "text": (
        "verwendungszweck, buchungstext, posting text, payment reference, payment details, bank reference, назначение платежа, призначення "
        "платежу, tytul przelewu, tytul operacji, szczegoly transakcji, detalii tranzactie, detaliile platii, motif du virement, libelle "
        "de l operation, libelle operation, causale bancaria, descrizione operazione, descripcion del movimiento, 摘要"
    ),
    "other_side": (
        "partner name, partner iban, counterparty, counterparty name, counterparty account, counterparty iban, counter party, auftraggeber "
        "empfanger, beguenstigter zahlungspflichtiger, begunstigter zahlungspflichtiger, zahlungspflichtiger, zahlungsempfanger, "
        "zahlungsbeteiligter, iban zahlungsbeteiligter, auftraggeber beguenstigter, auftraggeber begunstigter, auftraggeber, contrepartie, "
        "nom contrepartie, compte contrepartie, donneur d ordre, ordenante, ordenante beneficiario, ordinante, ordinante beneficiario, "
        "controparte, ordenante da transferencia, nadawca odbiorca, nadawca, kontrahent, dane kontrahenta, nazwa kontrahenta, rachunek "
        "kontrahenta, gonderen, gonderen alici, karsi hesap, плательщик, наименование плательщика, счет плательщика, инн плательщика, счет "
        "контрагента, корреспондент, платник, рахунок контрагента, platitor, nume platitor, ordonator, partener, 对方户名, 对方账号"
    ),
    "code": (
        "mcc, mcc code, код mcc, mcc код, bic, bic swift, swift, sepa reference, mandatsreferenz, mandate identification, mandate "
        "reference, glaubiger id, glaeubiger id, kundenreferenz end to end, end to end reference, sort code, routing number, blz, бик, бик "
        "банка, мфо"
    ),
}
# Who paid, and so may be a customer.
PAYERS = (
    "partner name, counterparty, counterparty name, counter party, auftraggeber empfanger, beguenstigter zahlungspflichtiger, begunstigter "
    "zahlungspflichtiger, zahlungspflichtiger, zahlungsbeteiligter, auftraggeber beguenstigter, auftraggeber begunstigter, auftraggeber, "
    "payer, payer name, sender, sender name, from name, contrepartie, nom contrepartie, donneur d ordre, ordenante, ordenante "
    "beneficiario, ordinante, ordinante beneficiario, controparte, nadawca odbiorca, nadawca, kontrahent, dane kontrahenta, nazwa "
    "kontrahenta, gonderen, gonderen alici, плательщик, наименование плательщика, контрагент, наименование контрагента, корреспондент, "
    "отправитель, платник, platitor, nume platitor, ordonator, partener, 对方户名"
)
# The shop's own accounts and cards, and whoever money was paid to: nobody of them has bought anything.
NOBODY = (
    "account, account name, account type, account id, account holder, card, card no, card number, card used, konto, kontoname, "
    "kontoinhaber, karte, kartennummer, inhaber, compte, nom du compte, intitule du compte, titulaire, carte, numero de carte, cuenta, "
    "tarjeta, numero de tarjeta, titular, conto, carta, numero carta, intestatario, conta, cartao, titular da conta, konto bankowe, karta, "
    "numer karty, hesap, hesap adi, kart, kart no, kart numarasi, счет, карта, номер карты, рахунок, картка, номер картки, cont, nume "
    "cont, card folosit, numar card, bank, bank name, bic, payee, recipient, beneficiary, receiver, ultimate receiver name, empfanger, "
    "beguenstigter, begunstigter, zahlungsempfanger, beneficiaire, beneficiario, odbiorca, alici, получатель, наименование получателя, "
    "отримувач, beneficiar"
)
# Further headers of a column that says for each row whether money came in or went out; those of `kinds.py` are such headers too.
DIRECTION_HEADERS = (
    "debit credit, credit debit, dr cr, cr dr, d c, debit or credit, debit credit indicator, credit debit indicator, direction, in out, "
    "soll haben, s h, umsatzart, sens, sens de l operation, debit ou credit, cargo abono, segno, strona, borc alacak, дебет кредит, приход "
    "расход, доход расход, направление, sens tranzactie, 借贷标志, 收支, 收 支"
)
IN_WORDS = (
    "credit, cr, c, deposit, income, incoming, money in, received, haben, h, gutschrift, eingang, einnahme, credit transfer, entree, "
    "recette, abono, ingreso, haber, credito, entrada, receita, accredito, entrata, avere, uznanie, wplyw, przychod, alacak, gelir, giris, "
    "кредит, приход, поступление, зачисление, доход, пополнение, надходження, дохід, incasare, venit, intrare, 收入, 贷"
)
OUT_WORDS = (
    "debit, dr, d, withdrawal, expense, outgoing, money out, spent, soll, s, lastschrift, belastung, ausgang, ausgabe, debit transfer, "
    "sortie, depense, cargo, gasto, debe, debito, salida, saida, despesa, addebito, uscita, dare, obciazenie, wydatek, rozchod, borc, "
    "gider, cikis, дебет, расход, списание, витрата, видаток, списання, plata, cheltuiala, iesire, 支出, 借"
)
# What cards are called too: where customers are named, these may say how they paid.
CARD_WORDS = "credit, debit, credito, debito"
# The parts of an amount of which a platform keeps some.
FEES = (
    "fee, fees, commission, charges, gebuhr, gebuhren, entgelt, provision, frais, comision, comisiones, comissao, tarifa, taxa, "
    "commissione, commissioni, prowizja, oplata, komisyon, kesinti, комиссия, комісія, эквайринг, 手续费"
)
GROSS = "gross, brutto, brut, bruto, lordo, брутто"
NET = "net, netto, neto, liquido, нетто"
