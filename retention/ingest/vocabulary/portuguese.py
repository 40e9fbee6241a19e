"""Portuguese words of headers, statuses and channels (of Brazil and Portugal), written without accents as they are compared."""

from __future__ import annotations

# What a header means; the likelier phrase first: it wins where two columns of one table fit.
HEADERS: dict[str, str] = {
    "order_id": (
        "numero do pedido, numero de pedido, no pedido, no do pedido, n pedido, num pedido, id pedido, id do pedido, codigo do pedido, "
        "cod pedido, pedido, numero da encomenda, encomenda, no de venda, n o de venda, numero da venda, id venda, id da venda, codigo da "
        "venda, numero da fatura, fatura, nota fiscal, numero da nota, no nota fiscal, nf, numero nf, cupom, cupom fiscal, numero do "
        "cupom, recibo, id da compra, id compra, id transacao, id da transacao, codigo da transacao, transacao, documento, comanda"
    ),
    "customer_id": (
        "id cliente, id do cliente, codigo do cliente, codigo cliente, cod cliente, numero do cliente, cartao fidelidade, cartao cliente, "
        "cliente, comprador, consumidor, destinatario, assinante, membro, socio, usuario, utilizador, paciente, email do cliente, email "
        "cliente, e mail do cliente, endereco de email, cpf, cpf do cliente, cpf cnpj, telefone do cliente"
    ),
    "name": (
        "nome do cliente, nome cliente, nome completo, nome, nome do comprador, razao social, empresa, sobrenome, apelido, nome fantasia, "
        "nome e sobrenome"
    ),
    "date": (
        "data do pedido, data pedido, data da encomenda, data da venda, data de venda, data venda, data da compra, data de compra, data "
        "compra, data da fatura, data da nota, data de emissao, data emissao, emissao, data da transacao, data e hora, data hora, data, "
        "data de criacao, data criacao, data do movimento, criado em, dia, mes, semana, periodo"
    ),
    "first_day": "inicio, data de inicio, data inicio, data inicial, desde, inicio dos relatorios",
    "last_day": "fim, termino, data de termino, data fim, data final, ate, termino dos relatorios",
    "signed_up_on": (
        "data de cadastro, data cadastro, data do cadastro, cadastrado em, cadastro, cliente desde, data de registo, data de registro, "
        "data de adesao, membro desde, registrado em"
    ),
    "amount": (
        "receita por produtos, valor total, total do pedido, valor do pedido, valor pago, total pago, valor da venda, "
        "valor total do pedido, total da venda, total "
        "venda, valor da compra, valor da nota, preco total, total a pagar, valor liquido, total liquido, valor, montante, total item, "
        "total do item, vendas, venda, faturamento, receita, receita total, receita liquida, soma, valor bruto, "
        "total geral, total bruto, volume de negocios, faturacao, subtotal, importancia"
    ),
    "unit_price": (
        "preco unitario, valor unitario, vlr unitario, preco por unidade, preco de venda, preco venda, preco do produto, valor do produto, "
        "preco unitario de venda do anuncio, preco do item, preco, pvp"
    ),
    "quantity": (
        "quantidade, qtd, qtde, quant, quantidade vendida, qtd vendida, unidades, unidades vendidas, numero de itens, qtd itens, itens, "
        "pecas, quantidade total, quantidade de itens, quantidade de produtos"
    ),
    "discount": "desconto, valor do desconto, valor desconto, descontos, abatimento, total de descontos, desconto total",
    "discount_share": "desconto percent, percentual de desconto, percent desconto, porcentagem de desconto, percent de desconto",
    "cost": "custo total, custo da mercadoria, custo das mercadorias, custo, custos, custo das vendas, cmv",
    "unit_cost": "custo unitario, preco de custo, preco custo, preco de compra, preco compra",
    "profit": "lucro, lucro bruto, margem, margem bruta, ganho",
    "product": (
        "nome do produto, nome produto, produto, descricao do produto, descricao produto, descricao do item, descricao, item, "
        "nome do item, "
        "artigo, servico, titulo do anuncio, mercadoria, codigo do produto, cod produto, id produto, id do produto, prato, referencia do "
        "produto"
    ),
    "category": (
        "categoria, categoria do produto, categoria produto, familia, subcategoria, grupo, grupo de produtos, departamento, secao, linha, "
        "tipo de produto, setor"
    ),
    "channel": (
        "canal, canal de venda, canal de vendas, canal de marketing, origem, origem do pedido, fonte, plataforma, midia, marketplace"
    ),
    "acquired_channel": "canal de aquisicao, origem do cliente, como conheceu, como nos conheceu, fonte do cliente",
    "store": "loja, filial, unidade de venda, ponto de venda, estabelecimento, loja oficial, nome da loja, balcao, caixa, pdv",
    "city": (
        "cidade, cidade de cobranca, cidade de faturamento, cidade de faturacao, cidade cliente, cidade do cliente, cidade do comprador, "
        "municipio, cidade municipio, localidade, cidade de entrega, cidade entrega, cidade de envio"
    ),
    "status": (
        "status, status do pedido, situacao, situacao do pedido, estado do pedido, estado da encomenda, status do pagamento, status "
        "pagamento, descricao do status, estado, tipo de documento, tipo documento, tipo de operacao, tipo de transacao, tipo de movimento"
    ),
    "currency": "moeda, codigo da moeda, divisa",
    "spend": (
        "gasto, gastos, valor gasto, valor usado, montante gasto, quantia gasta, investimento, investido, custo de publicidade, gasto com "
        "publicidade, despesa, despesas, despesas de marketing, verba gasta"
    ),
    "campaign": "campanha, nome da campanha, grupo de anuncios, conjunto de anuncios, nome do anuncio",
    "purpose": "finalidade, objetivo, proposito, destino",
    "acquisition_share": "parte aquisicao, percentual aquisicao",
    "ad_metric": (
        "impressoes, cliques, alcance, taxa de cliques, custo por clique, cpc medio, conversoes, valor da conversao, "
        "visualizacoes, cliques "
        "no link, leads"
    ),
    "stage": "etapa, fase, estagio, etapa do funil, passo",
    "people": "pessoas, numero de pessoas, visitantes, numero de clientes, clientes, quantidade de pessoas, qtd clientes",
    "score": "nota, pontuacao, avaliacao, classificacao, satisfacao, estrelas, nota nps",
    "reason": "motivo, razao, causa, tema, motivo principal, assunto",
    "comment": "comentario, comentarios, opiniao, texto, mensagem, resenha",
    "referred_by": "indicado por, recomendado por, convidado por, quem indicou, indicacao de",
    "tags": "etiquetas, etiqueta, segmento, tipo de cliente, tipo cliente, grupo de clientes, perfil",
    "phone": "telefone, celular, numero de telefone, telemovel, fone, whatsapp",
    "returned": "devolvido",
    "lifetime_revenue": "total gasto, total gasto pelo cliente, valor total gasto, total de compras, valor do cliente, total comprado",
    "ignored": (
        "data de entrega, data da entrega, data entrega, data de envio, data do envio, previsao de entrega, "
        "data de vencimento, vencimento, "
        "data de nascimento, nascimento, aniversario, data de pagamento, data do pagamento, pago em, data de modificacao, atualizado em, "
        "icms, ipi, iss, pis, cofins, iva, imposto, impostos, valor do imposto, frete, valor do frete, valor frete, custo do frete, envio, "
        "receita por envio, tarifas de envio, custo de envio, forma de envio, transportadora, entrega, forma de entrega, tarifa, tarifas, "
        "tarifa de venda e impostos, taxa, taxas, comissao, comissoes, gorjeta, forma de pagamento, metodo de pagamento, meio de "
        "pagamento, tipo de pagamento, pagamento, parcelas, endereco, endereco de entrega, morada, rua, bairro, uf, cep, codigo "
        "postal, pais, regiao, sexo, genero, idade, ano, trimestre, dia da semana, hora, horario, vendedor, vendedora, "
        "funcionario, atendente, operador, garcom, fornecedor, fabricante, marca, peso, estoque, valor do estoque, codigo de barras, ean, "
        "linha do pedido, item no, numero do item, unidade, unidade de medida, un, cnpj, nif, contribuinte, inscricao estadual, meta, meta "
        "de vendas, previsao, orcamento, ultima compra, ultimo pedido, ultima visita, data da ultima compra, primeira compra, numero de "
        "pedidos, qtd pedidos, total de pedidos, pedidos, ticket medio, observacoes, observacao, obs, notas, cupom de desconto, codigo "
        "promocional, novo cliente, pontos, saldo, salario, cancelamentos e reembolsos, valor reembolsado, reembolso, valor estornado, "
        "codigo de rastreio, rastreamento, idioma, numero, cfop, ncm, de anuncio, acrescimo, juros, troco, renda"
    ),
}

# Parts of a status cell. "sale" is looked at first: a partly refunded order is a sale. A part with a dot is a whole word.
STATUSES: dict[str, str] = {
    "return": "reembols, devolv, devoluc, estorn, nota de credito, chargeback",
    "cancelled": "cancelad, anulad, recusad, rejeitad, falhou, falhad, expirad, negad, abandonad",
    "unpaid": "nao pag, aguardando pagamento, pagamento pendente, aguarda pagamento, em atraso, inadimpl, em aberto, vencid, por pagar",
    "test": "teste",
    "sale": "parcial, sem devoluc, nao devolv",
}

# Parts of a cell that names a stage of contact, the later stage first.
STAGES: dict[str, str] = {
    "enquired": "pedido de informac, consult, solicit, ligac, ligou, mensagem, contactad, contatad, orcament, interessad",
    "visited": "visit, clique, veio, sessao, acess",
    "reached": "alcanc, impress, visto, viram, audienc, exibid",
}

# Parts of a cell that says what money was spent for.
PURPOSES: dict[str, str] = {
    "shared": "comum, misto, ambos, geral, compartilhad, marca",
    "retention": "fideliz, retencao, reter, existent, reativ, lealdade",
    "acquisition": "aquisicao, captacao, novos, atrair, conquist",
}

# Where no column says what for: parts of the names of channels that serve one end.
CHANNELS: dict[str, str] = {
    "retention": "boletim, fidelidade, fideliz, clientes existentes, clientes atuais, cartao cliente, pontos, disparo whatsapp",
    "acquisition": "publicidade, anuncio, panfleto, folheto, cartaz, outdoor, redes sociais, busca, pesquisa, jornal, feira, impulsion",
}

# Words in the names of files and sheets.
TABLES: dict[str, str] = {
    "customers": "clientes, cadastro de clientes, membros, assinantes, compradores",
    "spend": "gastos, despesas, publicidade, custos, investimento, campanhas",
    "contacts": "contatos, contactos, funil, visitas, consultas",
    "feedback": "avaliacoes, pesquisa de satisfacao, opinioes, satisfacao, resenhas",
    "products": "produtos, itens do catalogo, catalogo, tabela de precos, artigos",
    "returns": "devolucoes, reembolsos, estornos",
    "orders": "pedidos, vendas, encomendas, notas fiscais, faturas, transacoes, compras",
}

# A row whose cell is one of these, or begins with one where the date should be, is a row of totals.
TOTALS = "total, totais, total geral, subtotal, soma, soma total"

# Beside a header's own word these say nothing of its meaning.
FILLERS = "de, dos, das, em, r"

# Headers of a status that is the kind of the document: a return there is a document of its own, with its own amount.
DOCUMENT_KINDS = "tipo de documento, tipo documento, tipo de operacao, tipo de transacao, tipo de movimento"

# What stands in the place of a customer where it is nobody in particular.
GUESTS = (
    "consumidor final, cliente final, consumidor, cliente balcao, cliente padrao, venda balcao, consumidor nao identificado, "
    "cliente nao identificado, nao identificado, cliente avulso, anonimo, cliente diverso, visitante, convidado, sem cliente"
)
