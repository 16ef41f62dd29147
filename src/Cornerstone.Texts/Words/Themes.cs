namespace Cornerstone.Texts;

/// <summary>The subjects a provision touches, by the words it uses. A word shows a subject, not a position on it.</summary>
public static class Themes
{
    /// <summary>Lower case matches any case, upper case only itself, "*" any ending; a space also matches a hyphen.</summary>
    public static IReadOnlyList<CodedWords> All { get; } = CodedWords.Read("""
        security-sector-reform | Security sector reform | security sector reform*, security sector governance, security sector, SSR, security institutions, reform of the security, security and justice sector, reform the security
        gender | Women and gender | women, woman, girls, girl, gender, female, widows, sexual violence, sexual and gender, sex disaggregated
        youth | Youth | youth, young people, young persons, young women, young men
        children | Children and child protection | children, child, underage, schools, age assessment
        human-rights | Human rights | human right*, fundamental freedoms, international humanitarian law, due diligence policy
        rule-of-law | Rule of law | rule of law
        governance | Governance and oversight | governance, oversight, civilian control, democratic control, parliament*, ombuds*, civil control, supervision
        accountability | Accountability and impunity | accountab*, impunity, hold to account, held to account, brought to justice, bring to justice, perpetrators, prosecut*, vetting
        national-ownership | National ownership | national ownership, nationally owned, national leadership, nationally led, Government led, lead role, primary responsibility, sovereign*, host countr*, host state*, host Government*, national authorities, national priorities, national vision, leadership of the national
        police | Police | police, policing, gendarm*, law enforcement, UNPOL
        defence | Defence | defence, armed forces, national army, military, army, navy, national forces, defense
        justice | Justice | justice, judicia*, courts, judges, prosecutor*, legal aid
        corrections | Corrections | correction*, prison*, penitentiar*, detention facilities, detention centres
        border-management | Border management | border, borders, customs, immigration, cross border
        intelligence | Intelligence | intelligence
        maritime | Maritime security and piracy | maritime, piracy, pirates, at sea, coast guard, coastguard*
        ddr | Disarmament, demobilization and reintegration | disarmament demobili*, DDR, DDRR, demobiliz*, demobilis*, reintegration, ex combatants, former combatants, community violence reduction
        small-arms | Small arms and ammunition | small arms, light weapons, SALW, arms trafficking, ammunition, trafficking in arms, stockpile*, weapons management, illicit transfer, explosive*, mines
        arms-embargo | Arms embargo | arms embargo*, embargo*, arms and related materiel, arms and related material
        sanctions | Sanctions | sanctions, asset freeze, assets freeze, travel ban, freeze, Panel of Experts, Group of Experts, designated individuals, delisting, de listing
        political-process | Peace process and politics | peace process*, political process*, peace agreement*, political solution*, reconciliation, national dialogue, political dialogue, mediation, good offices, ceasefire, cease fire, peace talks, political settlement, peace negotiation*
        elections | Elections | election*, elector*, ballot*
        peacekeeping | Peace operations | peacekeep*, peace operations, special political mission*, blue helmets, troop contributing, troop and police contributing, United Nations mission*
        peacebuilding | Peacebuilding and sustaining peace | peacebuilding, sustaining peace, sustain peace, post conflict
        transition | Transition and drawdown | drawdown, draw down, exit strategy, withdrawal of, transition of, transition from, transition plan*, transition to, mission transition*, handover, hand over, liquidation, reconfiguration
        financing | Financing and public expenditure | financing, funding, public expenditure, financial support, financial resources, voluntary contributions, budget*, fund, trust fund, donor*, adequate resources, sufficient resources, predictable
        coordination | Coordination | coordinat*, coherence, coherent, harmoni*, joint planning, integrated approach, information sharing, duplication
        partnerships | Partnerships and regional organizations | partnership*, regional organi*, subregional organi*, sub regional organi*, African Union, AU, European Union, ECOWAS, SADC, IGAD, ECCAS, League of Arab States, NATO, OSCE, south south, Organization of American States, CARICOM
        protection-of-civilians | Protection of civilians | protection of civilians, protect civilians, protecting civilians, civilian population*, civilians
        monitoring | Monitoring, evaluation and benchmarks | monitor*, evaluat*, benchmark*, indicators, assessment*, lessons learned, best practices, good practices
        community-trust | Community and trust | local communit*, communities, community policing, community engagement, community based, community resilience, community leaders, trust between, trust in, confidence building, local population*, civil society, public trust, grass roots, grassroots, building trust
        transitional-justice | Transitional justice | transitional justice, truth commission*, truth and reconciliation, reparation*, mixed court*, special tribunal*
        corruption | Anti-corruption | corruption, anti corruption, embezzle*, misappropriation
        natural-resources | Natural resources | natural resources, minerals, diamonds, petroleum, timber, wildlife, charcoal, illicit exploitation
        organized-crime | Organized crime and trafficking | organized crime, organised crime, trafficking, drug, drugs, money laundering, smuggling
        terrorism | Counter-terrorism | terroris*, counter terrorism, violent extremis*, Al Qaida, ISIL, foreign fighters
        humanitarian | Humanitarian access and displacement | humanitarian access, humanitarian assistance, humanitarian, refugee*, displaced, internally displaced, relief
        proliferation | Non-proliferation | proliferation, nuclear, chemical weapons, ballistic missile*, weapons of mass destruction, biological weapons
        sexual-exploitation | Conduct of United Nations personnel | sexual exploitation, zero tolerance, conduct and discipline
        climate | Climate and environment | climate, environmental, drought, desertification, natural disaster*
        safety-of-personnel | Safety of personnel | safety and security of, attacks against United Nations, freedom of movement
        """);

    public static string NameOf(string code) => All.FirstOrDefault(theme => theme.Code == code)?.Name ?? code;
}
