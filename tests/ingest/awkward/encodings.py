"""The same three sales in the encodings that shops' programs write, without a word about which one it is."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

# encoding: header, customers (two, the first one twice) and a remark
LANGUAGES = {
    "cp1251": ("Дата;Клиент;Сумма;Комментарий", "Ёлкина Щука", "Пётр", "доставка"),
    "koi8-r": ("Дата;Клиент;Сумма;Комментарий", "Ёлкина Щука", "Пётр", "доставка"),
    "koi8-u": ("Дата;Клієнт;Сума;Коментар", "Їжак Єва", "Ґанок", "доставка"),
    "cp866": ("Дата;Клиент;Сумма;Комментарий", "ООО Ромашка", "Пётр", "доставка"),
    "mac_cyrillic": ("Дата;Клиент;Сумма;Комментарий", "Анна", "Яков Юрьев", "доставка"),
    "cp1250": ("Data;Klient;Kwota;Uwagi", "Łukasz Żak", "Małgorzata Śliwa", "wysyłka"),
    "iso8859-2": ("Data;Klient;Kwota;Uwagi", "Łukasz Żak", "Małgorzata Śliwa", "wysyłka"),
    "iso8859-16": ("Data;Client;Suma;Observații", "Țurcanu Ștefan", "Brânză", "plătit"),
    "cp1252": ("Datum;Kunde;Betrag;Bemerkung", "Jörg Müller", "Käthe Groß", "für später"),
    "cp1254": ("Tarih;Müşteri;Tutar;Açıklama", "Ayşe Yılmaz", "İbrahim Çağ", "ödendi"),
    "cp1257": ("Date;Client;Amount;Comment", "Rūta Šimkutė", "Jonas Žukauskas", "apmokėta"),
    "gbk": ("日期;客户;金额;备注", "王伟", "上海商店", "已付款"),
    "gb18030": ("日期;客户;金额;备注", "李娜", "北京商店", "已付款"),
    "big5": ("日期;客戶;金額;備註", "陳偉", "臺北商店", "已付款"),
    "shift_jis": ("Date;Customer;Amount;Comment", "鈴木一郎", "さとう商店", "支払い済み"),
    "euc_kr": ("Date;Customer;Amount;Comment", "김철수", "서울상점", "배송완료"),
    "utf-16": ("Дата;Клиент;Сумма;Комментарий", "Анна", "Яков", "доставка"),
    "utf-16-le": ("Дата;Клиент;Сумма;Комментарий", "Анна", "Яков", "доставка"),
    "utf-16-be": ("Date;Customer;Amount;Comment", "Anna", "Jakob", "paid"),
    "utf-8-sig": ("Data;Client;Suma;Observații", "Țurcanu Ștefan", "Brânză", "plătit"),
}


def sales(header: str, often: str, once: str, remark: str) -> str:
    return f"{header}\n13.01.2024;{often};10.50;\n16.02.2024;{once};20.00;{remark}\n27.03.2024;{often};30.25;{remark}\n"


CASES = [
    Case(
        name=f"sales in {encoding}",
        files={"sales.csv": sales(*texts).encode(encoding)},
        lines=3,
        customers=2,
        revenue="60.75",
        first="2024-01-13",
        last="2024-03-27",
    )
    for encoding, texts in LANGUAGES.items()
]
