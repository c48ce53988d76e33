"""How much money."""

from __future__ import annotations

import re
from typing import Annotated, Any

from involve_audit.language import _
from involve_audit.project.fields import Reads, theirs
from involve_audit.project.values.closed_words import NONE, words_of
from involve_audit.record import Record
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import Wrong


class Money(Record):
    """An amount of money as written; `amount` is None where the words hold no number.

    Attributes:
        amount: the amount; of a range the lower.
        text: how it is written.
        most: of a range the upper; None where it is no range.
    """

    amount: float | None
    text: str
    most: float | None = None


_MONEY_ALLOWED = Wrong("write '27.50 per hour', '1200', 'none' or 'unknown'")
_CURRENCIES = {
    "£": "gbp", "gbp": "gbp", "pound": "gbp", "pounds": "gbp", "pounds sterling": "gbp", "€": "eur", "eur": "eur", "euro": "eur",
    "euros": "eur", "$": "usd", "us$": "usd", "usd": "usd", "dollar": "usd", "dollars": "usd", "a$": "aud", "au$": "aud", "aud": "aud",
    "c$": "cad", "ca$": "cad", "can$": "cad", "cad": "cad", "nz$": "nzd", "nzd": "nzd", "chf": "chf", "franc": "chf", "francs": "chf", "sek": "sek",
    "kr": "kr", "kr.": "kr", "nok": "nok", "dkk": "dkk", "inr": "inr", "₹": "inr", "rs.": "inr", "zar": "zar", "kes": "kes", "¥": "jpy", "jpy": "jpy", "pln": "pln", "zł": "pln",
    "r$": "brl", "brl": "brl", "r": "zar", "rs": "inr", "ksh": "kes", "ugx": "ugx", "tzs": "tzs", "₦": "ngn", "ngn": "ngn", "sgd": "sgd", "s$": "sgd",
}  # fmt: skip
SIGNS = frozenset(sign for sign in _CURRENCIES if len(sign) < 4 or "$" in sign)
"""Signs and short names of currencies, in small letters: what may stand before a number."""
_CURRENCY = "(?:" + "|".join(re.escape(c) for c in sorted(_CURRENCIES, key=len, reverse=True)) + ")"
_FACTORS = {
    "k": 1e3, "thousand": 1e3, "tsd": 1e3, "tsd.": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "mio.": 1e6, "million": 1e6,
}  # fmt: skip
_PRICE = (
    rf"(?:({_CURRENCY}) ?)?([0-9](?:[0-9]|[.,'’](?=[0-9])| (?=[0-9]{{3}}(?![0-9])))*)(?:[.,]-)?"
    rf"(?: ?({'|'.join(re.escape(f) for f in sorted(_FACTORS, key=len, reverse=True))})(?![a-z]))?"
    rf"(?: ?({_CURRENCY}|pence|penny|cents?|p)(?![a-z]))?"
)
"""Currency, number, factor, and a currency or a coin behind it."""
_PRICES = rf"(between |from )?{_PRICE}(?: ?(-|to|or|and) ?{_PRICE})?"
_PAID_FOR = (
    "(?:hours?|hrs?|h|half[- ]days?|days?|weeks?|months?|quarters?|years?|annum|minutes?|meetings?|sessions?|workshops?|events?|"
    "visits?|calls?|interviews?|persons?|people|heads?|members?|contributors?|participants?|carers?|patients?|miles?|km|reviews?|"
    "papers?|panels?|attendances?|occasions?|items?)"
)
_HOW_MANY = "(?:[0-9]{1,3}|one|two|a|half an?|full)"
_BESIDE = (
    rf"~|/ ?{_PAID_FOR}(?![a-z])|(?<![a-z0-9.,'’])(?:"
    rf"{_HOW_MANY} {_PAID_FOR} (?:at|of|for|@)|(?:per|an?|each|every|for|for each|for every|for an?) (?:{_HOW_MANY} )?{_PAID_FOR}|"
    r"(?:plus|and|with|without|including|incl\.?|excluding|excl\.?|before|after) (?:travel|expenses|preparation|vat|tax|costs?)|"
    r"hourly|daily|weekly|monthly|annually|yearly|p\.a\.|pa|p/h|ph|pp|each|half[- ]days?|flat rate|lump sum|flat|gross|net|"
    r"about|around|roughly|approximately|approx\.?|circa|c\.|ca\.?|up to|at most|at least|over|under|no more than|more than|"
    r"less than|fewer than|nearly|almost|max\.?|min\.?|maximum|minimum|exactly|only|just|in total|in all|total|altogether|"
    r"overall|budget|amount|sum|costs?|fees?|rate|paid|payment|offered|set aside|vouchers?|gift cards?|honorari(?:um|a)|"
    r"for (?:travel|expenses|attendance|attending|preparation|reading|their time|time|involvement|care|childcare)|an?|the|of"
    r")(?![a-z0-9'’])"
)
"""What may stand beside an amount and leaves it as it is. Anything else could mean anything, and is refused."""


def read_money(value: Any) -> Money:
    """Read an amount: `27.50 per hour`, `£1,200`, `GBP 75 half-day`, `18.000,50 EUR`, `none`, `unknown`.

    The whole text must be understood: one amount, with or without a currency before or behind it, what it is paid
    for, and words that leave it as it is (`about`, `up to`, `voucher`). Of a range (`75-150 per day`, `between 20 and
    30`) the lower is read. Notations: `1,200`, `1 200`, `1'200.-`, `18.000,50`, `27,50`, `1.2k`, `1,5 Mio`, `2 million`,
    `45p`. `nothing`, `free` and `unpaid` are 0.

    What can be misread (`1.200`), a part of a whole (`2.5% of the budget`), two amounts, two currencies and words that
    are not understood beside an amount raise ValueError.
    """
    if isinstance(value, Money):
        return value
    text = words_of(value, _("an amount"), _MONEY_ALLOWED)
    value = value if isinstance(value, str) else str(value)
    if text in (*NONE, "nothing", "free", "unpaid"):
        return Money(0.0, value)
    if text in ("unknown", "not known", "?"):
        return Money(None, value)
    plain = re.fullmatch(_PLAIN_PRICE, text)
    return Money(float(plain[1]), value) if plain else _read_in_words(value, text)


_PLAIN_PRICE = r"(?:[£€$] ?|(?:gbp|eur|usd) )?([0-9]{1,12}(?:\.[0-9]{2})?)(?: per (?:hour|day|meeting|month|year))?"
"""How most people write an amount. The patterns for all others take ten milliseconds to be compiled."""


_TIMES = {
    "hourly": _("an hour"), "hour": _("an hour"), "daily": _("a day"), "day": _("a day"), "weekly": _("a week"), "week": _("a week"),
    "monthly": _("a month"), "month": _("a month"), "yearly": _("a year"), "annually": _("a year"), "annum": _("a year"), "year": _("a year"),
}  # fmt: skip
_FOR_A_TIME = (
    r"\b(hourly|daily|weekly|monthly|yearly|annually)\b|\b(?:per|an?|each|every) (hour|day|week|month|year|annum)\b"
)


_SHARE = r"%|\bper ?cent\b"


def _more_than_an_amount(value: str) -> Wrong:
    return Wrong(
        "{value} says more than an amount; write the amount alone, and the rest under `note`", value=theirs(value)
    )


def _read_in_words(value: str, text: str) -> Money:
    if re.search(rf"^\([^()]*[0-9][^()]*\)$|^-|(?<![0-9a-z ]) ?-[0-9]|{_CURRENCY} ?-[0-9]|^minus\b", text):
        raise ValueError(Wrong("{value} is less than nothing; an amount is 0 or more", value=theirs(value)))
    if re.search(_SHARE, text):
        # Beside a share there may be an amount: `£25 per hour plus 12.07% holiday pay`.
        more = re.search("[0-9]", re.sub(rf"[0-9.,]+ ?(?:{_SHARE})", "", text))
        raise ValueError(
            _more_than_an_amount(value) if more
            else Wrong("{value} is a part of a whole and no amount; write the amount itself", value=theirs(value))
        )  # fmt: skip
    times = {_TIMES.get(word, word) for found in re.findall(_FOR_A_TIME, text) for word in found if word}
    if len(times) > 1:
        wrong = Wrong(
            "{value} is an amount for {times}; write the one that is meant",
            value=theirs(value), times=_(" and for ").join(sorted(times)),
        )  # fmt: skip
        raise ValueError(wrong)
    # In the place of words a sign is left, so that what stood apart is not read together.
    beside = re.sub(_BESIDE, "|", re.sub(r"[()]|[,;](?= |$)|(?<=[a-z0-9])\.$", " ", text))
    found = re.fullmatch(rf"[| ]*{_PRICES}[| ]*", " ".join(beside.split()))
    if not found:
        if not re.search("[0-9]", beside):
            raise ValueError(Wrong("{value} holds no amount", value=theirs(value), advice=_MONEY_ALLOWED))
        if (
            len(
                re.findall(
                    r"[0-9](?:(?:[0-9.,'’]| (?=[0-9]{3}(?![0-9])))*[0-9])?",
                    re.sub("(?<=[0-9])e[+-]?(?=[0-9])", "", beside),
                )
            )
            > 1
        ):
            raise ValueError(
                Wrong("{value} holds two amounts; write the one that is asked for here", value=theirs(value))
            )
        raise ValueError(_more_than_an_amount(value))
    began, one, sign, other = found[1], found.groups()[1:5], found[6], found.groups()[6:10]
    if (sign == "and") != (began == "between ") or (began and not sign):
        raise ValueError(Wrong("{value} holds two amounts; write the one that is asked for here", value=theirs(value)))
    currencies = {_CURRENCIES.get(c, "") for c in (one[0], one[3], other[0], other[3]) if c} - {""}
    if len(currencies) > 1:
        raise ValueError(
            Wrong("{value} names two currencies; write the amount in the project's own", value=theirs(value))
        )
    last = other if sign else one
    low, high = _price(value, one, last), _price(value, last, last)
    if low > high:
        raise ValueError(
            Wrong("{value} runs backwards; write the smaller amount first, as in '20 to 30'", value=theirs(value))
        )
    return Money(low, value, high if sign else None)


_ABOUT = r"~|\b(?:about|around|roughly|approximately|approx|circa|c\.|ca\.|nearly|almost)"
_OR_MORE = r"\b(?:at least|over|more than|min|minimum|plus|with|and|excluding|excl)\b"
_OR_LESS = r"\b(?:up to|at most|under|no more than|less than|fewer than|max|maximum)\b"
_OF_MANY = rf"/ ?{_PAID_FOR}\b|\b(?:per|each|every|an?|for) (?:{_HOW_MANY} )?{_PAID_FOR}\b|\b(?:hourly|daily|weekly|monthly|annually|yearly|p\.a\.|pa|p/h|ph|pp|each|rate)(?![a-z])"


def whole(money: Money) -> tuple[float, float | None]:
    """The least and the most that an amount comes to in all, None for no bound: of what is paid for each of something nobody knows how many there are.

    >>> whole(read_money("about £3000")), whole(read_money("£2,000 to £3,000")), whole(read_money("£1,000 a year"))
    ((2250.0, 3750.0), (2000.0, 3000.0), (0.0, None))
    """
    text, amount = money.text.casefold(), money.amount
    if amount is None or re.search(_OF_MANY, text):
        return 0.0, None
    most = amount if money.most is None else money.most
    if re.search(_OR_LESS, text):
        return 0.0, most
    if re.search(_OR_MORE, text) and not text.startswith("between "):
        return amount, None
    if re.search(_ABOUT, text):
        # A quarter less or more, as of a count.
        return amount * 0.75, most * 1.25
    return amount, most


def currencies(text: str) -> set[str]:
    """The currencies that an amount names, by their short names; none where it names none."""
    found = re.findall(rf"(?<![a-z]){_CURRENCY}(?![a-z])", text.casefold())
    return {_CURRENCIES[c] for c in found}


def _price(value: str, price: tuple[Any, ...], last: tuple[Any, ...]) -> float:
    """One price as a number; a factor or a coin that stands behind a range holds for both its ends."""
    number, factor, behind = price[1], price[2] or last[2], price[3] or last[3]
    digits = re.sub("[ '’]", "", number)
    groups = r"[1-9][0-9]{0,2}"
    if re.fullmatch(r"[0-9]+(?:[.,][0-9]{1,2})?", digits) or (factor and re.fullmatch(r"[0-9]+\.[0-9]+", digits)):
        plain = digits.replace(",", ".")
    elif re.fullmatch(rf"{groups}(?:,[0-9]{{3}})+(?:\.[0-9]{{1,2}})?", digits) and not (factor or "").startswith(
        ("mio", "tsd")
    ):
        plain = digits.replace(",", "")
    elif re.fullmatch(rf"{groups}(?:\.[0-9]{{3}})+,[0-9]{{1,2}}|{groups}(?:\.[0-9]{{3}}){{2,}}", digits):
        plain = digits.replace(".", "").replace(",", ".")
    else:
        plain = ""
    apart = rf"{groups}(?:(?: [0-9]{{3}})+|(?:['’][0-9]{{3}})+)(?:[.,][0-9]{{1,2}})?"
    if not plain or (re.search(r"[ '’]", number) and not re.fullmatch(apart, number)):
        raise ValueError(Wrong("{value} can be misread", value=theirs(value), advice=_without_marks(number)))
    if len(plain.partition(".")[0]) > 12:
        raise ValueError(Wrong("{value} is more money than there is", value=theirs(value), advice=_MONEY_ALLOWED))
    coins = behind is not None and behind not in _CURRENCIES
    return float(plain) * _FACTORS.get(factor or "", 1) / (100 if coins else 1)


def _without_marks(number: str) -> Wrong:
    """How to write a number that can be misread; an example only where it cannot be another number."""
    bare = re.sub("[^0-9]", "", number)
    groups = re.split("[^0-9]", number)
    if len(set(re.findall("[.,]", number))) > 1 or len(groups[-1]) != 3:
        return Wrong("write it without marks between the digits, and with two decimals or none")
    return Wrong("write it without marks ('{number}') or with two decimals", number=marked(bare))


MoneyField = Annotated[
    Money,
    Reads(
        read_money,
        {"type": ["string", "number"], "examples": ["27.50 per hour", "£75 per half-day", "1200", "none", "unknown"]},
    ),
]
