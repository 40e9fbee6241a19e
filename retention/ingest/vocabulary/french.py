"""French words of headers, statuses and channels, written without accents as they are compared."""

from __future__ import annotations

# What a header means; the likelier phrase first: it wins where two columns of one table fit.
HEADERS: dict[str, str] = {
    "order_id": (
        "numero de commande, no de commande, no commande, numero commande, n commande, id commande, reference commande, commande, "
        "numero de facture, numero facture, no facture, n facture, facture, numero de ticket, no ticket, n ticket, ticket de caisse, "
        "ticket, numero de vente, id transaction, numero de transaction, transaction, numero de piece, piece, bon de commande, "
        "numero de bon, reference"
    ),
    "customer_id": (
        "id client, code client, numero client, no client, n client, numero de client, reference client, carte client, carte fidelite, "
        "carte de fidelite, client, cliente, acheteur, adherent, membre, abonne, utilisateur, patient, e mail client, email client, "
        "adresse e mail, adresse email, adresse electronique, courriel, mail, telephone client, compte client"
    ),
    "name": (
        "nom du client, nom client, nom et prenom, nom complet, nom, prenom, raison sociale, societe, entreprise, nom de facturation, "
        "prenom facturation, nom facturation, nom de l acheteur"
    ),
    "date": (
        "date de commande, date commande, date de la commande, date de vente, date vente, date d achat, date achat, date de facture, "
        "date facture, date de facturation, date du ticket, date ticket, date de transaction, date de l operation, date operation, "
        "date et heure, date de creation, cree le, commande le, passee le, jour, horodatage, mois, semaine, periode"
    ),
    "first_day": "debut, date de debut, date debut, debut de periode, du, depuis, a partir du",
    "last_day": "fin, date de fin, date fin, fin de periode, au, jusqu au",
    "signed_up_on": (
        "date d inscription, inscrit le, date inscription, date d adhesion, client depuis, membre depuis, date de creation du compte, "
        "date d enregistrement, inscription"
    ),
    "amount": (
        "montant total, montant ttc, total ttc, montant total de la commande, total commande, total de la commande, montant de la "
        "commande, montant paye, total paye, net a payer, montant, total ligne, prix total, prix total ttc, valeur totale, valeur, "
        "chiffre d affaires, ca ttc, ventes, total ht, montant ht, chiffre d affaires ht, ca ht, ca, recette, recettes, somme, "
        "encaissement, montant net, montant brut, total general, total produits, revenu, revenus, "
        "revenu total"
    ),
    "unit_price": (
        "prix unitaire, prix unitaire ttc, prix unitaire ht, prix de vente, prix par unite, prix a l unite, pu, pu ttc, pu ht, prix ttc, "
        "prix ht, prix de l article, prix du produit, prix article, prix produit, prix, cout de l article"
    ),
    "quantity": (
        "quantite, qte, quantite commandee, quantite vendue, qte vendue, qte commandee, nombre, nombre d articles, nb articles, nb "
        "d articles, nombre d unites, unites, unites vendues, pieces, quantite totale, nombre de produits"
    ),
    "discount": "remise, montant de la remise, montant remise, reduction, montant de la reduction, rabais, ristourne, total remise",
    "discount_share": "remise percent, taux de remise, pourcentage de remise, reduction percent, percent remise, remise en percent",
    "cost": "cout des marchandises, cout d achat, cout total, cout de revient, cout, couts, valeur d achat, total achat",
    "unit_cost": "prix d achat, prix achat, cout unitaire, prix de revient, prix d achat ht",
    "profit": "benefice, marge brute, marge, profit, marge totale, gain",
    "product": (
        "nom du produit, nom produit, produit, designation, designation produit, designation article, article, nom de l article, "
        "libelle, libelle produit, libelle article, intitule, prestation, service, description du produit, reference produit, "
        "reference article, ref article, ref produit, code article, code produit, ref"
    ),
    "category": (
        "categorie, categorie de produit, categorie produit, famille, famille de produits, famille article, sous categorie, rayon, "
        "gamme, groupe, departement, type de produit"
    ),
    "channel": (
        "canal, canal de vente, canal de vente en ligne, canal marketing, canal d acquisition publicitaire, source, plateforme, origine, "
        "origine de la commande, regie"
    ),
    "acquired_channel": "canal d acquisition, source d acquisition, origine du client, source du client, comment nous avez vous connus",
    "store": "magasin, boutique, point de vente, succursale, agence, etablissement, lieu, nom du magasin, caisse, restaurant",
    "city": (
        "ville, ville de facturation, ville facturation, ville client, ville du client, ville de residence, commune, ville commune, "
        "localite, ville de livraison, ville livraison, ville d expedition, ville destinataire"
    ),
    "status": (
        "statut, statut de la commande, statut commande, etat, etat de la commande, etat commande, statut de paiement, statut du "
        "paiement, statut financier, type de document, type d operation, type de transaction, type de piece"
    ),
    "currency": "devise, monnaie, code devise",
    "spend": (
        "depense, depenses, montant depense, depenses publicitaires, depense publicitaire, cout publicitaire, cout publicite, budget "
        "depense, frais de publicite, frais marketing, depenses marketing"
    ),
    "campaign": "campagne, nom de la campagne, nom campagne, groupe d annonces, ensemble de publicites, nom de la publicite",
    "purpose": "objectif, but, usage, destination, finalite",
    "acquisition_share": "part d acquisition, part acquisition, part nouveaux clients",
    "ad_metric": (
        "impressions, clics, couverture, taux de clics, cout par clic, cpc moyen, conversions, valeur de conversion, portee, vues, "
        "clics sur un lien, prospects"
    ),
    "stage": "etape, phase, stade, etape du tunnel, niveau",
    "people": "personnes, nombre de personnes, visiteurs, nombre de visiteurs, nombre de clients, nb clients, clients, effectif",
    "score": "note, score, notation, evaluation, satisfaction, etoiles, note sur 10, note nps",
    "reason": "raison, motif, cause, motif principal, theme, sujet",
    "comment": "commentaire, commentaires, avis, texte, message, remarque, texte de l avis, temoignage",
    "referred_by": "parrain, parraine par, recommande par, invite par, amene par",
    "tags": "etiquettes, etiquette, segment client, segment, groupe client, type de client, type client, groupe de clients",
    "phone": "telephone, numero de telephone, tel, portable, telephone portable, mobile",
    "returned": "retourne, est retourne",
    "lifetime_revenue": (
        "total depense par le client, ca client, chiffre d affaires client, total des achats, valeur client, valeur vie client"
    ),
    "ignored": (
        "date de livraison, date livraison, date d expedition, date expedition, date d echeance, echeance, date de naissance, "
        "anniversaire, date de paiement, payee le, paye le, livre le, expedie le, modifie le, date de modification, tva, montant tva, "
        "montant de la tva, taux tva, taux de tva, total tva, taxe, taxes, livraison, frais de livraison, montant de la livraison, "
        "frais de port, frais d expedition, port, transport, expedition, methode de livraison, mode de livraison, transporteur, frais, "
        "commission, pourboire, mode de paiement, moyen de paiement, methode de paiement, type de paiement, paiement, reglement, "
        "mode de reglement, adresse, adresse de livraison, adresse de facturation, rue, code postal, cp, pays, region, "
        "departement client, sexe, genre, civilite, age, annee, trimestre, jour de la semaine, heure, vendeur, vendeuse, employe, "
        "caissier, caissiere, fournisseur, fabricant, marque, poids, stock, stock disponible, valeur du stock, code barre, code barres, "
        "ean, ligne, numero de ligne, no ligne, unite, unite de mesure, tva intracommunautaire, siret, siren, objectif de vente, "
        "objectif ca, prevision, previsions, prevu, prevus, prevue, prevues, revenu prevu, revenus prevus, methode de commande, "
        "type de methode de commande, budget, budget quotidien, derniere commande, dernier achat, derniere visite, date de la "
        "derniere commande, date du dernier achat, premiere commande, nombre de commandes, nb commandes, commandes, panier moyen, "
        "note du client, note client, notes client, notes internes, code promo, code promotionnel, coupon, bon de reduction, nouveau "
        "client, points, points de fidelite, solde, salaire, montant rembourse, total rembourse, numero de suivi, numero, civilite "
        "client, langue, compte, compte general, journal, debit, credit, libelle ecriture, effectifs, consigne, ecotaxe"
    ),
}

# Parts of a status cell. "sale" is looked at first: a partly refunded order is a sale. A part with a dot is a whole word.
STATUSES: dict[str, str] = {
    "return": "rembours, retourn, retour., avoir., note de credit",
    "cancelled": "annul, refus, echou, echec, expire, abandon, rejet, erreur de paiement",
    "unpaid": "impay, non pay, en attente de paiement, en attente de reglement, en attente du paiement, a payer, en retard, a regler",
    "test": "test",
    "sale": "partiel, sans retour, non rembours",
}

# Parts of a cell that names a stage of contact, the later stage first.
STAGES: dict[str, str] = {
    "enquired": "demande, appel, message, contact, devis, prospect",
    "visited": "visite, clic, venu, passage, session",
    "reached": "touche, portee, vu., vue., affich, audience, impression, couverture",
}

# Parts of a cell that says what money was spent for.
PURPOSES: dict[str, str] = {
    "shared": "commun, mixte, les deux, general, image, notoriete",
    "retention": "fidelis, retention, conserv, existant, reactivat, relance",
    "acquisition": "acquisition, acqueri, nouveau, prospect, conquete, recrutement",
}

# Where no column says what for: parts of the names of channels that serve one end.
CHANNELS: dict[str, str] = {
    "retention": "infolettre, fidelite, carte client, clients existants, emailing, courriel, parrainage client",
    "acquisition": "publicite, annonce, prospectus, affich, depliant, reseaux sociaux, recherche, presse, journal, salon",
}

# Words in the names of files and sheets.
TABLES: dict[str, str] = {
    "customers": "clients, clientele, fichier clients, membres, adherents, abonnes",
    "spend": "depenses, publicite, couts, frais, campagnes",
    "contacts": "contacts, demandes, prospects, visites, tunnel",
    "feedback": "avis, enquete, satisfaction, evaluations, temoignages",
    "products": "produits, articles, catalogue, tarif, tarifs, liste de prix",
    "returns": "retours, remboursements, avoirs",
    "orders": "commandes, ventes, factures, tickets, transactions, achats, encaissements",
}

# A row whose cell is one of these, or begins with one where the date should be, is a row of totals.
TOTALS = "total, totaux, total general, sous total, somme, ensemble, total ttc, total ht"

# Beside a header's own word these say nothing of its meaning.
FILLERS = "de, du, des, d, l, en"

# Headers of a status that is the kind of the document: a return there is a document of its own, with its own amount.
DOCUMENT_KINDS = "type de document, type d operation, type de transaction, type de piece"

# What stands in the place of a customer where it is nobody in particular.
GUESTS = (
    "client de passage, client comptoir, client divers, client anonyme, anonyme, invite, particulier, client comptant, "
    "vente au comptoir, vente comptoir, inconnu, sans client, client occasionnel"
)
