"""Words for what a row of an account statement is, in all languages together: parts of its cell, in the order to look for them."""

from __future__ import annotations

# Headers of a column that says what a row of a statement is.
KIND_HEADERS = (
    "type, transaction type, kind, operation, operation type, transaction kind, type of operation, type of transaction, event "
    "type, entry type, "
    "movement type, reporting category, transaction category, тип, тип операции, вид операции, операция, тип транзакции, вид движения, "
    "тип начисления, категория операции, tip, tip operatiune, tip tranzactie, tipul operatiunii, operatiune, typ, buchungsart, "
    "transaktionstyp, umsatzart, vorgang, type de transaction, type d operation, operation, tipo, tipo de operacion, tipo de transaccion, "
    "tipo de transacao, tipo operazione, tipo di transazione, rodzaj, typ operacji, rodzaj transakcji, islem turu, islem tipi, тип операції"
)

# A fee that is refunded is a fee, and a refund that is paid out is a refund: what is looked at first decides.
KINDS: dict[str, str] = {
    "fee": (
        "fee, fees, commission, payout, withdrawal, withdraw, disbursement, subscription fee, shipping label, postage label, withheld, "
        "currency conversion, reserve, interest, комисс, вывод, выплат, снятие, списани, логистик, хранени, штраф, удержан, эквайринг, "
        "конвертац, резерв, абонентск, comision, retragere, rezerva, dobanda, gebuhr, entgelt, auszahlung, versandetikett, frais, retrait, "
        "retiro, tarifa, saque, prelievo, commissione, tariffa, prowizja, wyplata, komisyon, kesinti, ucret, комісі, виплат"
    ),
    "transfer": (
        "transfer, deposit, hold, release, adjustment, dispute, listing, marketing, advertising, promoted, tax, vat, top up, topup, loan, "
        "cash advance, tips, storage, перевод, пополнен, реклам, продвижен, страхов, корректировк, налог, зарплат, аренд, taxa, transfer, "
        "virament, plata furnizor, alimentare, ajustare, publicitate, ubertrag, uberweisung, einzahlung, werbung, steuer, virement, "
        "versement, transferencia, bonifico, przelew, переказ"
    ),
    "return": (
        "refund, return, reversal, chargeback, credit note, money back, возврат, сторно, отмена продаж, ramburs, restituire, retur, storn, "
        "ruckerstattung, erstattung, retoure, gutschrift, remboursement, retour, reembolso, devolucion, devolucao, rimborso, "
        "reso, zwrot, iade, "
        "повернен"
    ),
    "sale": (
        "sale, sales, order, purchase, reservation, booking, payment, charge, invoice, checkout, receipt, "
        "продаж, заказ, оплат, покупк, чек, реализац, платеж, "
        "поступлен, выручк, vanzare, comanda, plata, incasare, factura, bon, verkauf, bestellung, zahlung, rechnung, umsatz, vente, "
        "commande, paiement, achat, venta, pedido, pago, compra, cobro, venda, pagamento, vendita, ordine, incasso, sprzedaz, zamowienie, "
        "platnosc, satis, siparis, odeme, замовлен, сплат"
    ),
}
