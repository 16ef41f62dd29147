using System.Collections.Frozen;

namespace Cornerstone.Texts;

/// <summary>The bare infinitives with which points of a list begin: "(a) Ensure …", "(b) Strengthen …".</summary>
internal static class PointVerbs
{
    private static readonly FrozenSet<string> Known = (
        "achieve act adapt address adhere adopt advance advise advocate align allow analyse analyze apply appoint apprehend arrest arrange assess assign assist assume "
        + "attend avoid begin bring brief build carry cease clarify collaborate collect combat comply compile complete conduct confirm consider consolidate consult contain "
        + "continue contribute convene cooperate coordinate counter create deal define deliver demobilize demonstrate denounce deny deploy designate detain detect deter "
        + "determine develop disarm discharge disclose dismantle disseminate dispose dissolve distribute draw eliminate enable end enforce engage enhance enlarge ensure "
        + "establish evaluate examine exchange expand expedite explore extend facilitate finalize follow foster freeze fulfil fulfill function fund gather generate give "
        + "grant guarantee guide halt help hold identify implement improve include incorporate increase inform initiate inspect integrate intensify introduce investigate "
        + "invite issue join keep lead liaise limit maintain mainstream make manage mediate meet mobilize mitigate monitor negotiate notify observe obtain offer operate "
        + "organize oversee participate perform permit plan prepare present preserve prevent prioritize prioritise proceed process produce prohibit promote propose "
        + "prosecute protect provide publish pursue ratify reach receive recommend reconcile record reconstitute reduce refer reform refrain regulate reinforce release "
        + "remain remove renew repatriate report request require resolve respect respond restore restrain restrict resume retain return review safeguard secure seek seize "
        + "select send serve set share sign simplify solicit step strengthen submit supervise support suspend sustain synchronize tackle take target terminate track train "
        + "transfer transition transmit undertake update uphold use utilize utilise verify visit withdraw work")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    internal static bool Contains(ReadOnlySpan<char> word) => Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
