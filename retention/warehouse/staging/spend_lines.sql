-- one row per line of spend, from a file or typed in by hand, money in minor units; key: line
-- what somebody has said of a channel holds for all of its lines from files, and for lines typed in before it was said;
-- told_purpose and told_ten_thousandths are what the line itself says
with
entries as (
    select
        'file' as origin,
        import_id,
        file,
        "row",
        cast(null as varchar) as line_id,
        first_day,
        last_day,
        channel,
        campaign,
        amount,
        purpose,
        acquisition_share,
        cast('1970-01-01' as timestamp) as typed_at
    from spend
    union all
    select
        'typed' as origin,
        cast(null as integer) as import_id,
        cast(null as varchar) as file,
        cast(null as bigint) as "row",
        line_id,
        first_day,
        last_day,
        channel,
        cast(null as varchar) as campaign,
        amount,
        purpose,
        acquisition_share,
        typed_at
    from typed_spend
),

-- the one place where channels are made comparable: letter case, and blanks around and between the words, make no difference
keyed as (
    select
        *,
        trim(regexp_replace(
            replace(replace(translate(lower(replace(coalesce(channel, ''), 'İ', 'i̇')), 'ςµſ', 'σμs'), 'ß', 'ss'), 'և', 'եւ'),
            '[\s\x{0b}\x{1c}-\x{1f}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+',
            ' ',
            'g'
        )) as channel_key
    from entries
),

ruled as (
    select
        *,
        (
            select said.purpose
            from channel_purposes as said
            where said.channel_key = keyed.channel_key and said.decided_at >= keyed.typed_at
        ) as ruled_purpose,
        (
            select said.acquisition_share
            from channel_purposes as said
            where said.channel_key = keyed.channel_key and said.decided_at >= keyed.typed_at
        ) as ruled_share
    from keyed
)

select
    coalesce(
        line_id,
        'file ' || row_number() over (
            partition by origin order by import_id, file, "row", first_day, last_day, channel, campaign, amount, purpose
        )
    ) as line,
    origin,
    import_id,
    file,
    "row",
    first_day - date '1970-01-01' as first_day,
    last_day - date '1970-01-01' as last_day,
    channel,
    channel_key,
    campaign,
    cast(round(amount * (select minor_units from question)) as bigint) as amount,
    coalesce(ruled_purpose, purpose) as purpose,
    cast(round(coalesce(ruled_share, acquisition_share) * 10000) as bigint) as acquisition_ten_thousandths,
    purpose as told_purpose,
    cast(round(acquisition_share * 10000) as bigint) as told_ten_thousandths,
    ruled_purpose is not null as is_ruled
from ruled
