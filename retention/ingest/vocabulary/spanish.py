"""Spanish words of headers, statuses and channels, written without accents as they are compared."""

from __future__ import annotations

# What a header means; the likelier phrase first: it wins where two columns of one table fit.
HEADERS: dict[str, str] = {
    "order_id": (
        "numero de pedido, numero pedido, no de pedido, no pedido, n pedido, nro pedido, id pedido, id de pedido, codigo de pedido, "
        "pedido, orden, numero de orden, id de orden, numero de factura, numero factura, no factura, n factura, nro factura, factura, "
        "numero de venta, id venta, no venta, venta id, folio, numero de ticket, no ticket, ticket, tique, recibo, no de recibo, boleta, "
        "numero de boleta, comprobante, numero de comprobante, id transaccion, id de transaccion, transaccion, documento, no documento, "
        "referencia"
    ),
    "customer_id": (
        "id cliente, id de cliente, codigo cliente, codigo de cliente, numero de cliente, numero cliente, no cliente, n cliente, "
        "cod cliente, tarjeta cliente, tarjeta de cliente, tarjeta de fidelidad, cliente, clienta, comprador, consumidor, socio, miembro, "
        "abonado, usuario, paciente, email cliente, correo del cliente, correo electronico, correo, direccion de correo, telefono cliente, "
        "dni, ruc, rfc cliente"
    ),
    "name": (
        "nombre del cliente, nombre cliente, nombre y apellidos, nombre y apellido, nombre completo, nombre, apellidos, apellido, "
        "razon social, empresa, nombre de la empresa, facturar a nombre de, nombre facturacion, nombre comprador"
    ),
    "date": (
        "fecha de pedido, fecha del pedido, fecha pedido, fecha de la orden, fecha orden, fecha de compra, fecha compra, fecha de venta, "
        "fecha venta, fecha de factura, fecha factura, fecha de emision, fecha emision, fecha ticket, fecha de transaccion, fecha "
        "operacion, fecha y hora, fecha hora, fecha, fecha creacion, fecha de creacion, creado el, creado, dia, mes, semana, periodo"
    ),
    "first_day": "inicio, fecha de inicio, fecha inicio, inicio del informe, desde, fecha desde, comienzo",
    "last_day": "fin, fecha de fin, fecha fin, fin del informe, hasta, fecha hasta, final",
    "signed_up_on": (
        "fecha de registro, fecha registro, registrado el, fecha de alta, fecha alta, cliente desde, socio desde, fecha de inscripcion, "
        "miembro desde, alta"
    ),
    "amount": (
        "importe total, total pagado, importe pagado, monto total, monto pagado, total pedido, total del pedido, total de la orden, total "
        "factura, total a pagar, total venta, total linea, total con iva, precio total, importe, monto, valor total, suma total, suma "
        "total base, ventas, venta, venta total, ventas netas, venta neta, total neto, subtotal linea, valor, ingresos, facturacion, "
        "facturado, recaudacion, suma, base imponible, importe neto, importe bruto, subtotal"
    ),
    "unit_price": (
        "precio unitario, precio por unidad, precio unidad, precio de venta, precio venta, precio del articulo, precio articulo, "
        "precio producto, precio del producto, p unitario, precio unitario con iva, valor unitario, pvp, precio"
    ),
    "quantity": (
        "cantidad, cant, cantidad vendida, cantidad pedida, unidades, unidades vendidas, uds, numero de articulos, numero de unidades, "
        "articulos, piezas, cantidad total, total unidades, cantidad de productos"
    ),
    "discount": "descuento, importe descuento, importe del descuento, monto descuento, rebaja, bonificacion, total descuento, descuentos",
    "discount_share": "descuento percent, porcentaje de descuento, porcentaje descuento, percent descuento, dto percent, percent dto, dto",
    "cost": "costo total, coste total, coste de ventas, costo de venta, costo de ventas, coste, costo, costes, costos, costo de mercancia",
    "unit_cost": "costo unitario, coste unitario, precio de compra, precio compra, precio de coste, precio costo, precio de costo",
    "profit": "beneficio, ganancia, utilidad, margen, margen bruto, utilidad bruta, lucro",
    "product": (
        "nombre del producto, nombre producto, producto, nombre del articulo, articulo, descripcion del producto, descripcion producto, "
        "descripcion articulo, descripcion, concepto, servicio, detalle, codigo de producto, codigo producto, codigo articulo, "
        "id producto, id de producto, referencia producto, ref producto, platillo, plato"
    ),
    "category": (
        "categoria, categoria de producto, categoria producto, familia, subcategoria, linea de producto, tipo de producto, departamento, "
        "grupo, rubro, seccion, subfamilia"
    ),
    "channel": (
        "canal, canal de venta, canal de ventas, canal venta, canal de marketing, origen, origen del pedido, fuente, plataforma, medio, "
        "procedencia"
    ),
    "acquired_channel": "canal de adquisicion, canal de captacion, origen del cliente, fuente del cliente, como nos conocio",
    "store": "tienda, sucursal, local, punto de venta, establecimiento, almacen de venta, comprado en, sede, caja, nombre de tienda",
    "city": (
        "ciudad, ciudad de facturacion, ciudad facturacion, ciudad cliente, ciudad del cliente, ciudad comprador, ciudad de residencia, "
        "poblacion, localidad, municipio, ciudad municipio, ciudad de envio, ciudad envio, ciudad de entrega, ciudad destino"
    ),
    "status": (
        "estado, estado del pedido, estado de pedido, estado pedido, estado de la orden, estado del pago, estado de pago, estatus, "
        "situacion, tipo de documento, tipo documento, tipo de operacion, tipo de transaccion, tipo de comprobante"
    ),
    "currency": "moneda, divisa, codigo moneda, tipo de moneda",
    "spend": (
        "gasto, gastos, importe gastado, monto gastado, gasto publicitario, inversion, inversion publicitaria, coste publicitario, costo "
        "publicidad, gasto en publicidad, gasto de marketing, presupuesto gastado"
    ),
    "campaign": "campana, nombre de la campana, nombre campana, grupo de anuncios, conjunto de anuncios, nombre del anuncio",
    "purpose": "proposito, finalidad, objetivo, destino, uso",
    "acquisition_share": "parte captacion, porcentaje captacion, cuota de adquisicion",
    "ad_metric": (
        "impresiones, clics, alcance, tasa de clics, coste por clic, costo por clic, cpc medio, conversiones, valor de conversion, vistas, "
        "clientes potenciales, clics en el enlace"
    ),
    "stage": "etapa, fase, paso, etapa del embudo",
    "people": "personas, numero de personas, visitantes, numero de clientes, clientes, cantidad de clientes, comensales",
    "score": "puntuacion, calificacion, valoracion, nota, puntaje, satisfaccion, estrellas",
    "reason": "motivo, razon, causa, tema, motivo principal",
    "comment": "comentario, comentarios, opinion, resena, texto, mensaje",
    "referred_by": "recomendado por, referido por, invitado por, quien lo recomendo, referente",
    "tags": "etiquetas, etiqueta, segmento, tipo de cliente, tipo cliente, grupo de clientes, grupo cliente",
    "phone": "telefono, numero de telefono, movil, celular, tel",
    "returned": "devuelto",
    "lifetime_revenue": (
        "total gastado por cliente, total gastado, gasto total del cliente, valor de vida, compras totales, total compras, "
        "valor del cliente"
    ),
    "ignored": (
        "fecha de entrega, fecha entrega, fecha de envio, fecha envio, fecha de vencimiento, vencimiento, fecha de nacimiento, nacimiento, "
        "cumpleanos, fecha de pago, fecha pago, pagado el, enviado el, fecha modificacion, modificado, iva, importe iva, monto iva, tipo "
        "iva, total iva, cuota iva, igv, impuesto, impuestos, total impuestos, envio, gastos de envio, coste de envio, costo de envio, "
        "costo envio, metodo de envio, forma de envio, flete, transporte, transportista, comision, comisiones, tarifa, tarifas, cargo, "
        "cargos, propina, metodo de pago, forma de pago, medio de pago, tipo de pago, pago, direccion, direccion de envio, direccion de "
        "facturacion, calle, colonia, codigo postal, cp, pais, provincia, departamento cliente, region, sexo, genero, "
        "edad, ano, trimestre, dia de la semana, hora, vendedor, vendedora, empleado, cajero, mesero, camarero, proveedor, fabricante, "
        "marca, peso, existencias, stock, inventario, valor inventario, codigo de barras, linea, numero de linea, no linea, unidad, unidad "
        "de medida, nif, cif, rfc, objetivo de ventas, meta, meta de ventas, pronostico, prevision, presupuesto, ultima compra, ultimo "
        "pedido, ultima visita, fecha ultima compra, primera compra, numero de pedidos, pedidos, total pedidos, cantidad de pedidos, "
        "compra media, ticket medio, ticket promedio, notas, nota interna, observaciones, codigo promocional, cupon, codigo de cupon, "
        "nuevo cliente, puntos, saldo, salario, sueldo, importe reembolsado, total reembolsado, reembolso, numero de seguimiento, idioma, "
        "numero, antiguedad, enviar a nombre de, tipo de cambio, retencion, recargo"
    ),
}

# Parts of a status cell. "sale" is looked at first: a partly refunded order is a sale. A part with a dot is a whole word.
STATUSES: dict[str, str] = {
    "return": "reembols, devuelt, devoluc, reintegr, nota de credito, abono.",
    "cancelled": "cancelad, anulad, rechazad, fallid, expirad, caducad, error en pago, abandonad",
    "unpaid": "impag, sin pagar, no pagad, pendiente de pago, pago pendiente, en espera de pago, esperando pago, vencid, por pagar",
    "test": "prueba",
    "sale": "parcial, sin devoluc, no devuelt",
}

# Parts of a cell that names a stage of contact, the later stage first.
STAGES: dict[str, str] = {
    "enquired": "consult, solicit, llamad, mensaje, contactad, presupuest, interesad",
    "visited": "visit, clic, vino, sesion",
    "reached": "alcanc, impresi, visto, vieron, audienc, mostrad",
}

# Parts of a cell that says what money was spent for.
PURPOSES: dict[str, str] = {
    "shared": "comun, mixto, ambos, general, compartid, marca",
    "retention": "fideliz, retencion, retener, existent, reactiv, lealtad",
    "acquisition": "captacion, adquisicion, nuevos, atraer, captar",
}

# Where no column says what for: parts of the names of channels that serve one end.
CHANNELS: dict[str, str] = {
    "retention": "boletin, fidelidad, fideliz, clientes existentes, correo a client, tarjeta de cliente, puntos",
    "acquisition": "publicidad, anuncio, folleto, volante, cartel, valla, redes sociales, busqueda, buscador, prensa, periodico, feria",
}

# Words in the names of files and sheets.
TABLES: dict[str, str] = {
    "customers": "clientes, socios, miembros, compradores, listado de clientes",
    "spend": "gastos, publicidad, costes, costos, inversion, campanas",
    "contacts": "contactos, consultas, embudo, visitas, prospectos",
    "feedback": "opiniones, encuesta, resenas, valoraciones, satisfaccion",
    "products": "productos, articulos, catalogo, lista de precios, tarifas",
    "returns": "devoluciones, reembolsos",
    "orders": "pedidos, ventas, ordenes, facturas, tickets, transacciones, compras",
}

# A row whose cell is one of these, or begins with one where the date should be, is a row of totals.
TOTALS = "total, totales, total general, subtotal, suma, suma total, gran total, total parcial"

# Beside a header's own word these say nothing of its meaning.
FILLERS = "de, del, el, en"

# Headers of a status that is the kind of the document: a return there is a document of its own, with its own amount.
DOCUMENT_KINDS = "tipo de documento, tipo documento, tipo de operacion, tipo de transaccion, tipo de comprobante"

# What stands in the place of a customer where it is nobody in particular.
GUESTS = (
    "cliente general, publico general, publico en general, cliente generico, consumidor final, cliente ocasional, cliente de contado, "
    "cliente mostrador, venta al publico, cliente anonimo, anonimo, invitado, clientes varios, cliente varios, sin cliente, particular"
)
