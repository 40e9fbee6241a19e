"""Turkish words of headers, statuses and channels, written without diacritics as they are compared."""

from __future__ import annotations

# What a header means; the likelier phrase first: it wins where two columns of one table fit.
HEADERS: dict[str, str] = {
    "order_id": (
        "siparis numarasi, siparis no, siparis id, siparis kodu, siparis, fatura numarasi, fatura no, fatura, fis no, fis numarasi, fis, "
        "belge no, belge numarasi, islem no, islem numarasi, islem id, makbuz no, adisyon no, satis no, satis id, evrak no"
    ),
    "customer_id": (
        "musteri no, musteri numarasi, musteri id, musteri kodu, musteri karti, sadakat karti, musteri, alici, cari kodu, cari kod, cari "
        "hesap, cari, uye no, uye, abone, kullanici, hasta, musteri e posta, musteri email, e posta, e posta adresi, eposta, musteri "
        "telefonu, satin alan"
    ),
    "name": (
        "musteri adi, musteri adi soyadi, ad soyad, adi soyadi, isim, isim soyisim, ad, soyad, unvan, firma, firma adi, "
        "cari adi, cari unvan, "
        "alici adi, fatura adi"
    ),
    "date": (
        "siparis tarihi, satis tarihi, satin alma tarihi, fatura tarihi, fis tarihi, islem tarihi, belge tarihi, tarih, "
        "tarih saat, tarih ve "
        "saat, olusturma tarihi, olusturulma tarihi, alisveris tarihi, gun, ay, hafta, donem"
    ),
    "first_day": "baslangic, baslangic tarihi, ilk tarih, donem basi",
    "last_day": "bitis, bitis tarihi, son tarih, donem sonu",
    "signed_up_on": "kayit tarihi, uyelik tarihi, kayit, uye olma tarihi, musteri olma tarihi",
    "amount": (
        "faturalanacak tutar, toplam tutar, genel toplam, siparis tutari, satis tutari, odenen tutar, tahsil edilen tutar, "
        "net tutar, fatura "
        "tutari, kdv dahil tutar, kdv dahil toplam, satir toplami, toplam fiyat, tutar, toplam, satis toplami, satislar, ciro, hasilat, "
        "gelir, bedel, siparis toplami, brut tutar, kdv haric tutar, odeme tutari, net satis, toplam satis"
    ),
    "unit_price": (
        "birim fiyat, birim fiyati, adet fiyati, satis fiyati, urun fiyati, birim satis fiyati, kdv dahil fiyat, liste fiyati, "
        "fiyat, fiyati"
    ),
    "quantity": (
        "adet, miktar, satis adedi, siparis adedi, urun adedi, adedi, toplam adet, satilan adet, satilan miktar, urun sayisi, miktari"
    ),
    "discount": (
        "indirim, indirim tutari, iskonto, iskonto tutari, toplam indirim, kampanya indirimi, trendyol indirim tutari, "
        "hepsiburada indirim tutari"
    ),
    "discount_share": "indirim orani, indirim percent, iskonto orani, iskonto percent, indirim yuzdesi",
    "cost": "maliyet, toplam maliyet, satilan malin maliyeti, alis tutari, urun maliyeti",
    "unit_cost": "birim maliyet, alis fiyati, maliyet fiyati, alis birim fiyati",
    "profit": "kar, brut kar, net kar, kar tutari, kar marji",
    "product": (
        "urun adi, urun, urun ismi, stok adi, malzeme adi, mal hizmet, hizmet, hizmet adi, urun aciklamasi, aciklama, malzeme, "
        "urun kodu, stok "
        "kodu, model kodu, urun id, urun basligi"
    ),
    "category": "kategori, urun kategorisi, kategori adi, urun grubu, grup, reyon, departman, alt kategori, urun tipi, stok grubu",
    "channel": "kanal, satis kanali, pazarlama kanali, kaynak, siparis kaynagi, platform, pazaryeri, mecra",
    "acquired_channel": "edinme kanali, musteri kaynagi, bizi nereden duydunuz, kazanim kanali",
    "store": "magaza, sube, magaza adi, sube adi, satis noktasi, dukkan, lokasyon, kasa",
    "city": (
        "sehir, fatura sehri, fatura sehir, sehir adi, musteri sehri, musteri sehir, alici sehir, alici sehri, il, sehir il, il sehir, "
        "fatura ili, musteri ili, teslimat sehri, teslimat sehir, teslimat ili"
    ),
    "status": (
        "durum, siparis durumu, siparis statusu, statu, durumu, odeme durumu, satis durumu, fatura tipi, islem tipi, "
        "islem turu, belge turu, "
        "belge tipi, fis turu"
    ),
    "currency": "para birimi, doviz, doviz cinsi, kur tipi",
    "spend": "harcama, harcanan tutar, reklam harcamasi, reklam maliyeti, pazarlama harcamasi, harcamalar, gider, giderler, masraf",
    "campaign": "kampanya, kampanya adi, reklam grubu, reklam seti, reklam adi",
    "purpose": "amac, hedefi, kullanim amaci",
    "acquisition_share": "kazanim payi, yeni musteri payi",
    "ad_metric": (
        "gosterimler, gosterim, tiklamalar, tiklama, erisim, tiklama orani, tiklama basi maliyet, donusumler, donusum degeri, goruntuleme"
    ),
    "stage": "asama, evre, adim, huni asamasi",
    "people": "kisi, kisi sayisi, ziyaretci, ziyaretci sayisi, musteri sayisi, musteriler",
    "score": "puan, skor, degerlendirme, memnuniyet, yildiz, derece",
    "reason": "neden, sebep, konu, ana neden, iade nedeni",
    "comment": "yorum, yorumlar, gorus, mesaj, metin",
    "referred_by": "tavsiye eden, davet eden, oneren, referans olan",
    "tags": "etiketler, etiket, segment, musteri grubu, musteri tipi, musteri turu",
    "phone": "telefon, telefon numarasi, cep telefonu, gsm, cep, telefon no, tel",
    "returned": "iade edildi, iade edilmis",
    "lifetime_revenue": "toplam harcama, toplam alisveris, toplam ciro musteri, musteri degeri, toplam alisveris tutari",
    "ignored": (
        "teslim tarihi, teslimat tarihi, kargo tarihi, kargoya teslim tarihi, termin suresinin bittigi tarih, sevk tarihi, "
        "vade tarihi, vade, "
        "dogum tarihi, odeme tarihi, guncelleme tarihi, iade tarihi, kdv, kdv tutari, kdv orani, toplam kdv, vergi, "
        "vergi tutari, otv, kargo, "
        "kargo ucreti, kargo bedeli, kargo tutari, kargo firmasi, kargo kodu, teslimat, teslimat ucreti, nakliye, navlun, hizmet bedeli, "
        "komisyon, komisyon orani, komisyon tutari, bahsis, odeme yontemi, odeme sekli, odeme tipi, odeme turu, odeme, taksit, adres, "
        "teslimat adresi, fatura adresi, alici fatura adresi, sokak, ilce, semt, posta kodu, ulke, bolge, cinsiyet, yas, yil, "
        "ceyrek, haftanin gunu, saat, satici, satis temsilcisi, personel, calisan, kasiyer, garson, tedarikci, uretici, marka, "
        "agirlik, desi, "
        "stok, stok miktari, stok degeri, barkod, sira no, sira, satir no, birim, olcu birimi, vergi no, vergi numarasi, vergi dairesi, tc "
        "kimlik no, tckn, hedef, satis hedefi, plan, tahmin, butce, gunluk butce, son siparis, son alisveris, son siparis tarihi, son "
        "alisveris tarihi, son ziyaret, ilk siparis, siparis sayisi, musteri siparis adedi, siparisler, ortalama sepet, not, "
        "notlar, musteri "
        "notu, kupon, kupon kodu, promosyon kodu, yeni musteri, puanlar, bakiye, maas, iade tutari, iade edilen tutar, "
        "takip no, kargo takip "
        "no, paket no, butik numarasi, dil, no, numara, kur, cari bakiye, borc, alacak, isletme gideri"
    ),
}

# Parts of a status cell. "sale" is looked at first: a partly refunded order is a sale. A part with a dot is a whole word.
STATUSES: dict[str, str] = {
    "return": "iade, geri odendi, geri odeme",
    "cancelled": "iptal, reddedil, basarisiz, suresi dol, tedarik edilem, teslim edilem",
    "unpaid": "odenmedi, odenmemis, odeme beklen, odeme bekliyor, odeme bekle, vadesi gec, tahsil edilmedi",
    "test": "test, deneme",
    "sale": "kismi, kismen, iade yok, iadesiz",
}

# Parts of a cell that names a stage of contact, the later stage first.
STAGES: dict[str, str] = {
    "enquired": "talep, basvur, arama., mesaj, iletisim, soru, teklif",
    "visited": "ziyaret, tiklama, geldi, oturum",
    "reached": "erisim, gosterim, gordu, goruntule, kitle, ulas",
}

# Parts of a cell that says what money was spent for.
PURPOSES: dict[str, str] = {
    "shared": "ortak, genel, karma, ikisi, marka",
    "retention": "elde tut, sadakat, mevcut, koru, yeniden kazan",
    "acquisition": "kazanim, edinme, yeni musteri, cekme, reklam",
}

# Where no column says what for: parts of the names of channels that serve one end.
CHANNELS: dict[str, str] = {
    "retention": "bulten, sadakat, mevcut musteri, musteri karti, e posta, hatirlatma",
    "acquisition": "reklam, ilan, brosur, afis, pano, sosyal medya, arama motoru, gazete, fuar, pazaryeri",
}

# Words in the names of files and sheets.
TABLES: dict[str, str] = {
    "customers": "musteriler, musteri listesi, cariler, uyeler, musteri",
    "spend": "harcamalar, giderler, reklamlar, pazarlama, maliyetler, kampanyalar",
    "contacts": "iletisim, talepler, huni, ziyaretler",
    "feedback": "yorumlar, anket, degerlendirmeler, memnuniyet",
    "products": "urunler, stok listesi, fiyat listesi, katalog",
    "returns": "iadeler, iade",
    "orders": "siparisler, satislar, faturalar, islemler, siparis, satis",
}

# A row whose cell is one of these, or begins with one where the date should be, is a row of totals.
TOTALS = "toplam, genel toplam, ara toplam, toplamlar, yekun"

# Beside a header's own word these say nothing of its meaning.
FILLERS = "ve"

# Headers of a status that is the kind of the document: a return there is a document of its own, with its own amount.
DOCUMENT_KINDS = "fatura tipi, islem tipi, islem turu, belge turu, belge tipi, fis turu"

# What stands in the place of a customer where it is nobody in particular.
GUESTS = (
    "perakende musteri, perakende satis, nihai tuketici, muhtelif musteri, muhtelif, misafir, misafir kullanici, anonim, bilinmeyen, "
    "pesin musteri, genel musteri, sahis, ziyaretci"
)
