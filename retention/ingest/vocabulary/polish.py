"""Polish words of headers, statuses and channels, written without diacritics as they are compared."""

from __future__ import annotations

# What a header means; the likelier phrase first: it wins where two columns of one table fit.
HEADERS: dict[str, str] = {
    "order_id": (
        "numer zamowienia, nr zamowienia, id zamowienia, zamowienie, zamowienie nr, numer faktury, nr faktury, faktura, numer paragonu, nr "
        "paragonu, paragon, numer dokumentu, nr dokumentu, dokument, numer transakcji, nr transakcji, id transakcji, transakcja, numer "
        "sprzedazy, nr dowodu sprzedazy, numer oferty zakupu, nr zlecenia, zlecenie, nr rachunku, rachunek, symbol dokumentu"
    ),
    "customer_id": (
        "id klienta, kod klienta, numer klienta, nr klienta, karta klienta, karta lojalnosciowa, karta stalego klienta, login kupujacego, "
        "login allegro, login, klient, kupujacy, nabywca, odbiorca, zamawiajacy, kontrahent, uzytkownik, pacjent, gosc, e mail klienta, "
        "email klienta, email kupujacego, adres e mail, adres email, telefon klienta, platnik"
    ),
    "name": (
        "imie i nazwisko, nazwa klienta, nazwa kontrahenta, imie, nazwisko, nazwa firmy, firma, dane kupujacego, imie klienta, nazwisko "
        "klienta, nazwa nabywcy"
    ),
    "date": (
        "data zamowienia, data zakupu, data sprzedazy, data zlozenia zamowienia, data zlozenia, data faktury, data wystawienia, data "
        "paragonu, data dokumentu, data transakcji, data operacji, data i godzina, data i czas, data, data utworzenia, data dodania, "
        "utworzono, dzien, miesiac, tydzien, okres, czas zamowienia, czas zakupu, czas sprzedazy, czas transakcji, czas"
    ),
    "first_day": "od, data od, poczatek, data poczatkowa, poczatek okresu, data rozpoczecia",
    "last_day": "do, data do, koniec, data koncowa, koniec okresu, data zakonczenia",
    "signed_up_on": (
        "data rejestracji, zarejestrowany, zarejestrowano, rejestracja, klient od, data dolaczenia, data zapisu, data zalozenia konta"
    ),
    "amount": (
        "wartosc zamowienia, kwota zamowienia, wartosc brutto, kwota brutto, do zaplaty, razem do zaplaty, zaplacono, "
        "kwota zaplacona, suma "
        "brutto, wartosc sprzedazy, wartosc sprzedazy brutto, wartosc pozycji, kwota, wartosc, suma, razem, razem brutto, "
        "sprzedaz, sprzedaz "
        "brutto, obrot, przychod, przychody, utarg, wartosc netto, kwota netto, suma netto, sprzedaz netto, wartosc sprzedazy netto, "
        "laczna wartosc, laczna kwota, cena calkowita, wplata, brutto, netto"
    ),
    "unit_price": (
        "cena jednostkowa, cena jednostkowa brutto, cena za sztuke, cena za szt, cena sprzedazy, cena brutto, cena jedn, cena jedn brutto, "
        "cena produktu, cena towaru, cena netto, cena jednostkowa netto, cena sprzedazy brutto, cena"
    ),
    "quantity": (
        "ilosc, liczba sztuk, ilosc sztuk, liczba, szt, sztuk, sztuki, ilosc sprzedana, sprzedana ilosc, liczba produktow, "
        "ilosc produktow, "
        "ilosc zamowiona, ilosc szt"
    ),
    "discount": "rabat, kwota rabatu, wartosc rabatu, znizka, kwota znizki, upust, suma rabatow, obnizka",
    "discount_share": "rabat percent, procent rabatu, percent rabatu, znizka percent, procent znizki, rabat w percent",
    "cost": "koszt wlasny, koszt wlasny sprzedazy, koszt towaru, wartosc zakupu, koszt, koszty, koszt zakupu, wartosc w cenie zakupu",
    "unit_cost": "cena zakupu, cena zakupu netto, koszt jednostkowy, cena nabycia",
    "profit": "zysk, marza, marza kwotowa, zysk brutto, dochod",
    "product": (
        "nazwa produktu, produkt, nazwa towaru, towar, nazwa przedmiotu, przedmiot, artykul, usluga, opis produktu, nazwa uslugi, tytul "
        "oferty, nazwa artykulu, nazwa pozycji, nazwa, opis, kod produktu, kod towaru, id produktu, symbol, indeks, numer katalogowy"
    ),
    "category": (
        "kategoria, kategoria produktu, grupa towarowa, grupa, grupa produktow, dzial, podkategoria, rodzaj produktu, grupa towarow"
    ),
    "channel": "kanal, kanal sprzedazy, kanal marketingowy, zrodlo, zrodlo zamowienia, platforma, medium, zrodlo sprzedazy",
    "acquired_channel": "kanal pozyskania, zrodlo pozyskania, zrodlo klienta, skad o nas wiesz, skad klient",
    "store": "sklep, oddzial, filia, punkt sprzedazy, salon, lokal, placowka, nazwa sklepu, kasa, lokalizacja",
    "city": (
        "miasto, miasto platnosci, miasto platnika, miasto na fakturze, miasto rozliczeniowe, miasto klienta, miasto kupujacego, miasto "
        "zamieszkania, miejscowosc, miasto miejscowosc, miejscowosc klienta, miasto dostawy, miasto wysylki, miasto odbiorcy"
    ),
    "status": (
        "status, status zamowienia, stan zamowienia, stan, status platnosci, status transakcji, typ dokumentu, rodzaj dokumentu, typ "
        "operacji, typ transakcji, rodzaj operacji"
    ),
    "currency": "waluta, kod waluty",
    "spend": (
        "wydatki, wydatek, wydana kwota, wydano, koszt reklamy, koszty reklamy, wydatki na reklame, koszt kampanii, koszty marketingu, "
        "wydatki marketingowe, naklady"
    ),
    "campaign": "kampania, nazwa kampanii, grupa reklam, zestaw reklam, nazwa reklamy",
    "purpose": "cel, przeznaczenie, cel wydatku",
    "acquisition_share": "udzial pozyskania, udzial nowych klientow",
    "ad_metric": (
        "wyswietlenia, klikniecia, zasieg, wspolczynnik klikniec, koszt klikniecia, sredni koszt klikniecia, konwersje, wartosc konwersji, "
        "odslony, sredni cpc"
    ),
    "stage": "etap, faza, krok, etap lejka, stadium",
    "people": "osoby, liczba osob, odwiedzajacy, liczba klientow, klienci, liczba odwiedzajacych",
    "score": "ocena, punkty, liczba gwiazdek, gwiazdki, zadowolenie, wynik",
    "reason": "powod, przyczyna, temat, glowny powod",
    "comment": "komentarz, komentarze, opinia, tresc, wiadomosc, recenzja, tresc opinii",
    "referred_by": "polecony przez, poleca, kto polecil, zaproszony przez, polecajacy",
    "tags": "tagi, etykiety, segment, grupa klientow, typ klienta, grupa klienta, rodzaj klienta",
    "phone": "telefon, numer telefonu, nr telefonu, telefon komorkowy, tel, komorka",
    "returned": "zwrocono, zwrocony",
    "lifetime_revenue": "suma zakupow, laczne zakupy, wydal lacznie, wartosc klienta, suma zamowien klienta, laczna wartosc zakupow",
    "ignored": (
        "data dostawy, czas dostawy, czas realizacji, czas wysylki, czas trwania, "
        "data wysylki, data nadania, termin platnosci, data platnosci, data zaplaty, data oplacenia, "
        "data urodzenia, urodziny, "
        "data modyfikacji, termin dostawy, vat, kwota vat, stawka vat, wartosc vat, podatek, podatek vat, koszt wysylki, koszt dostawy, "
        "koszt przesylki, koszty wysylki, koszty dostawy, cena wysylki, wysylka, dostawa, przesylka, sposob dostawy, sposob wysylki, forma "
        "dostawy, metoda dostawy, kurier, transport, prowizja, oplata, oplaty, napiwek, sposob platnosci, forma platnosci, "
        "metoda platnosci, "
        "platnosc, rodzaj platnosci, adres, adres dostawy, adres wysylki, ulica, kod pocztowy, kraj, wojewodztwo, "
        "region, powiat, plec, wiek, rok, kwartal, dzien tygodnia, godzina, sprzedawca, pracownik, kasjer, kelner, operator, dostawca, "
        "producent, marka, waga, stan magazynowy, magazyn, zapas, wartosc magazynu, ean, kod kreskowy, pozycja, numer pozycji, "
        "lp, l p, nr, "
        "numer, jednostka, jednostka miary, jm, j m, nip, regon, pesel, plan, plan sprzedazy, cel sprzedazowy, prognoza, budzet, budzet "
        "dzienny, ostatni zakup, ostatnie zamowienie, data ostatniego zakupu, data ostatniego zamowienia, pierwszy zakup, liczba zamowien, "
        "ilosc zamowien, zamowienia, srednia wartosc zamowienia, uwagi, uwagi klienta, notatki, notatka, kod rabatowy, kupon, nowy klient, "
        "punkty lojalnosciowe, saldo, wynagrodzenie, pensja, kwota zwrotu, zwrocona kwota, numer przesylki, list przewozowy, numer oferty, "
        "id oferty, jezyk, konto, kurs, kaucja, zaliczka"
    ),
}

# Parts of a status cell. "sale" is looked at first: a partly refunded order is a sale. A part with a dot is a whole word.
STATUSES: dict[str, str] = {
    "return": "zwrot, zwroc, korekta, reklamacja uznana",
    "cancelled": "anulow, odrzuc, wygas, niezrealizow, usuniet, nieudan, odwolan, porzuc, nieodebran",
    "unpaid": (
        "nieoplac, niezaplac, nie oplac, nie zaplac, oczekuje na platnosc, oczekuje na wplat, oczekiwanie na platnosc, zalegl, przetermin"
    ),
    "test": "test",
    "sale": "czesciow, bez zwrot",
}

# Parts of a cell that names a stage of contact, the later stage first.
STAGES: dict[str, str] = {
    "enquired": "zapyt, telefon, wiadomos, kontakt, zglosz, rozmow",
    "visited": "wizyt, odwiedz, klik, przyszed, wejsc, sesj",
    "reached": "zasieg, wyswietl, widzia, odbiorc, dotar",
}

# Parts of a cell that says what money was spent for.
PURPOSES: dict[str, str] = {
    "shared": "wspoln, ogoln, mieszan, oba., wizerunk",
    "retention": "utrzym, lojaln, stal, obecn, reaktyw, retencj",
    "acquisition": "pozysk, now, przyciag, reklam",
}

# Where no column says what for: parts of the names of channels that serve one end.
CHANNELS: dict[str, str] = {
    "retention": "lojaln, stali klienci, karta stalego, obecni klienci, mailing do klient, biuletyn",
    "acquisition": "reklam, ulotk, plakat, baner, wyszukiwark, spolecznosc, gazet, ogloszen, targi, polecen",
}

# Words in the names of files and sheets.
TABLES: dict[str, str] = {
    "customers": "klienci, kontrahenci, kupujacy, baza klientow, lista klientow",
    "spend": "wydatki, reklama, reklamy, koszty, kampanie",
    "contacts": "kontakty, zapytania, lejek, wizyty",
    "feedback": "opinie, ankieta, oceny, recenzje",
    "products": "produkty, towary, cennik, katalog, asortyment",
    "returns": "zwroty, reklamacje",
    "orders": "zamowienia, sprzedaz, faktury, paragony, transakcje, zakupy",
}

# A row whose cell is one of these, or begins with one where the date should be, is a row of totals.
TOTALS = "razem, suma, ogolem, lacznie, suma koncowa, suma calkowita, podsumowanie, podsuma, razem brutto"

# Beside a header's own word these say nothing of its meaning.
FILLERS = "w"

# Headers of a status that is the kind of the document: a return there is a document of its own, with its own amount.
DOCUMENT_KINDS = "typ dokumentu, rodzaj dokumentu, typ operacji, typ transakcji, rodzaj operacji"

# What stands in the place of a customer where it is nobody in particular.
GUESTS = (
    "klient detaliczny, klient indywidualny, klient anonimowy, klient przypadkowy, sprzedaz detaliczna, odbiorca detaliczny, paragonowy, "
    "klient paragonowy, gosc, anonim, anonimowy, osoba fizyczna, osoba prywatna, bez klienta, nieznany, konsument"
)
