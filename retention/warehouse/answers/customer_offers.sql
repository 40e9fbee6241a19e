-- one row per campaign that $customer_id was part of by the as-of day, the latest first; key: campaign
select
    campaign_members.campaign,
    offer,
    arm,
    contacted_on - date '1970-01-01' as day,
    outcome,
    reason
from campaign_members
left join campaigns on campaigns.campaign = campaign_members.campaign
cross join question
where customer_id = $customer_id and (contacted_on is null or contacted_on - date '1970-01-01' <= as_of_day)
order by day desc, campaign_members.campaign
