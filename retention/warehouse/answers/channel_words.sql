-- one row per channel and campaign of spend from files, with what their words say it is for; key: channel, campaign
-- the asker first makes `channel_purpose`, the vocabulary that also reads files, known to the engine
select
    channel,
    campaign,
    channel_purpose(concat_ws(' ', channel, campaign)) as purpose
from spend_lines
where origin = 'file'
group by channel, campaign
