using Cornerstone.Data;
using Cornerstone.Features.Commitments;

namespace Cornerstone.Demonstration;

/// <summary>Which paragraphs the laws and instruments of the invented country serve.</summary>
internal static class SoleniaProvisions
{
    public static IEnumerable<ProvisionServed> Of(IRecord record, IEnumerable<string>? provisions) => (provisions ?? []).Select(provision => new ProvisionServed
    {
        Country = record.Country,
        Classification = record.Classification,
        RecordType = record.GetType().Name,
        RecordId = record.Id,
        Provision = provision,
        Relation = ServiceRelation.Implements,
    });
}
