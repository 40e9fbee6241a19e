"""Small exports as shops west and south of Vienna have them: headers, numbers, days, statuses and guests in the ways of the place."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="German: a till with taxes, shipping and a walk-in customer",
        files={
            "Bestellungen.csv": "Bestellnummer;Bestelldatum;Kunde;Artikelbezeichnung;Menge;Einzelpreis;Gesamtbetrag;MwSt;"
            "Versandkosten;Bestellstatus\n"
            "1001;03.01.2024;K-1;Kaffee 1 kg;2;12,50;25,00;3,99;4,90;abgeschlossen\n"
            "1002;15.01.2024;K-3;Tee;1;8,90;8,90;1,42;4,90;storniert\n"
            "1003;28.02.2024;K-1;Becher;3;5,00;15,00;2,39;0,00;abgeschlossen\n"
            "1004;02.03.2024;K-3;Kanne;1;1.249,00;1.249,00;199,42;0,00;teilweise erstattet\n"
            "1005;03.03.2024;Laufkunde;Tee;1;8,90;8,90;1,42;0,00;abgeschlossen\n"
        },
        lines=5,
        orders=5,
        customers=2,
        revenue="1297.90",
        first="2024-01-03",
        last="2024-03-03",
        roles=("orders",),
        findings=("rows_without_customer", "not_counted_rows"),
    ),
    Case(
        name="French: spaces for thousands, TVA, a delivery and a refund",
        files={
            "commandes.csv": "Numéro de commande;Date de commande;Statut de la commande;E-mail client;Nom du produit;Quantité;"
            "Prix unitaire TTC;"
            "Montant total;Montant TVA;Frais de port\n"
            "501;05/01/2024;Terminée;lea@exemple.fr;Table;1;1 249,90 €;1 249,90 €;208,32 €;0,00 €\n"
            "502;17/01/2024;Terminée;marc@exemple.fr;Chaise;4;60,00 €;240,00 €;40,00 €;12,00 €\n"
            "503;22/02/2024;Remboursée;lea@exemple.fr;Lampe;1;35,50 €;35,50 €;5,92 €;5,00 €\n"
            "504;01/03/2024;En attente;marc@exemple.fr;Lampe;2;35,50 €;71,00 €;11,83 €;5,00 €\n"
        },
        lines=4,
        orders=4,
        customers=2,
        revenue="1560.90",
        currency="EUR",
        first="2024-01-05",
        last="2024-03-01",
    ),
    Case(
        name="Spanish: IVA, shipping, the general public and an order called off",
        files={
            "ventas.csv": "Nº pedido;Fecha de pedido;Cliente;Producto;Cantidad;Precio unitario;Importe total;IVA;Gastos de envío;"
            "Forma de pago;Estado\n"
            "A-1;08/01/2024;Ana Ruiz;Camisa;2;19,95;39,90;6,92;4,00;Tarjeta;Completado\n"
            "A-2;14/01/2024;Luis Gil;Bolso;1;75,00;75,00;13,02;4,00;Bizum;Cancelado\n"
            "A-3;20/01/2024;Ana Ruiz;Zapatos;1;59,90;59,90;10,40;4,00;Tarjeta;Completado\n"
            "A-4;21/01/2024;Luis Gil;Camisa;1;19,95;19,95;3,46;4,00;Tarjeta;Completado\n"
            "A-5;22/01/2024;Público general;Cinturón;1;15,00;15,00;2,60;0,00;Efectivo;Completado\n"
        },
        lines=5,
        customers=2,
        revenue="134.75",
        first="2024-01-08",
        last="2024-01-22",
        findings=("not_counted_rows", "rows_without_customer"),
    ),
    Case(
        name="Portuguese: a marketplace's products beside its delivery and its fees",
        files={
            "vendas.csv": "N.º de venda;Data da venda;Status;Comprador;Título do anúncio;Unidades;Receita por produtos (BRL);"
            "Receita por envio (BRL);"
            "Tarifa de venda e impostos;Total (BRL)\n"
            "2000001;13/01/2024;Entregue;maria_s;Fone sem fio;1;R$ 199,90;R$ 15,00;R$ -32,00;R$ 182,90\n"
            "2000002;15/01/2024;Cancelado pelo comprador;joao77;Capa;2;R$ 59,80;R$ 0,00;R$ 0,00;R$ 59,80\n"
            "2000003;02/02/2024;Entregue;joao77;Cabo;3;R$ 1.050,00;R$ 20,00;R$ -150,00;R$ 920,00\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="1249.90",
        currency="BRL",
        first="2024-01-13",
        last="2024-02-02",
    ),
    Case(
        name="Italian: Data is a day, Sconto a percentage, and a return stands with a minus",
        files={
            "vendite.csv": "Data;N. ordine;Cliente;Descrizione;Q.tà;Prezzo unitario;Sconto %;Importo;IVA;Pagamento\n"
            "09/01/2024;11;Bianchi Srl;Vite M6;100;0,50;10;45,00;9,90;Bonifico\n"
            "16/01/2024;12;Rossi Spa;Dado;10;2,00;0;20,00;4,40;Contanti\n"
            "31/01/2024;13;Bianchi Srl;Vite M6;-10;0,50;10;-4,50;-0,99;Bonifico\n"
            "05/02/2024;14;Consumatore finale;Trapano;1;89,00;0;89,00;19,58;Contanti\n"
        },
        lines=4,
        orders=4,
        customers=2,
        revenue="149.50",
        first="2024-01-09",
        last="2024-02-05",
        findings=("negative_rows", "rows_without_customer"),
    ),
    Case(
        name="French: an advertising report is spend, its conversions' value no sales",
        files={
            "publicités.csv": "Jour;Nom de la campagne;Impressions;Clics sur un lien;Montant dépensé (EUR);Valeur de conversion\n"
            "2024-01-05;Hiver;1200;40;25,50;310,00\n2024-01-06;Hiver;1500;52;31,20;280,00\n2024-01-15;Soldes;900;33;18,30;95,00\n"
        },
        spend="75.00",
        roles=("spend",),
        absent=("revenue",),
    ),
    Case(
        name="Spanish: a list of customers with what they paid in all",
        files={
            "clientes.csv": "Código cliente;Nombre completo;Correo electrónico;Fecha de alta;Última compra;Total gastado;"
            "Número de pedidos\n"
            "1;Ana Ruiz;ana@ejemplo.es;15/01/2023;02/03/2024;350,40;4\n2;Luis Gil;luis@ejemplo.es;20/05/2023;11/02/2024;99,90;1\n"
        },
        customers=2,
        lines=0,
        roles=("customers",),
    ),
]
