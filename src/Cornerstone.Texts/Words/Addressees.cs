namespace Cornerstone.Texts;

/// <summary>Whom a provision can address.</summary>
public static class Addressees
{
    public static IReadOnlyList<CodedWords> All { get; } = CodedWords.Read("""
        member-states | Member States | Member States, all States, States, Member State, other States, neighbouring States, countries, States in the region, third States
        states-undertaking-reform | States undertaking reform | Member States undertaking reform, States undertaking reform, Member States undertaking security sector reform, States undertaking security sector reform, Member States when undertaking security sector reform*, Member States in undertaking security sector reform, countries undertaking
        host-country | Host country and national authorities | host country, host State, host Government, host countries, Government of, Governments of, national authorities, authorities, Transitional Government, Federal Government, national Government*, Interim Government, Transitional Federal Government, Government, country concerned
        secretary-general | Secretary-General | Secretary General, Secretariat
        special-representatives | Special Representatives and Envoys | Special Representative*, Special Envoy*, Personal Envoy, Envoys, SRSG, SRSGs, Special Coordinator, Special Adviser*
        resident-coordinators | Resident Coordinators | Resident Coordinator*
        peace-operations | Peace operations | peacekeeping operation*, peacekeeping mission*, peace operation*, special political mission*, MONUSCO, MONUC, MINUSMA, MINUSCA, UNMISS, UNIFIL, UNAMID, UNISFA, UNOCI, UNMIL, MINUSTAH, MINUJUSTH, UNAMA, UNAMI, UNSMIL, UNSOM, UNFICYP, UNDOF, UNMIK, UNMIT, UNMEE, UNAMSIL, BINUH, UNITAMS, UNIOGBIS, MINURSO, ONUB, UNMIS, BINUB, UNIPSIL, MINURCAT, UNOWAS, UNOCA, UNSMIS, UNTMIS, UNSOS, AMISOM, ATMIS, Mission
        country-team | United Nations country team | United Nations country team*, UNCT, UNCTs, country team*
        un-police | United Nations police | United Nations police, UN police, UNPOL, police components, police component
        un-entities | United Nations entities | United Nations entit*, UN entities, United Nations agencies, United Nations system, agencies funds and programmes, Department of, Office of, United Nations Development Programme, UNDP, UNODC, OHCHR, UNICEF, UNHCR, UN Women, specialized agencies, United Nations, Human Rights Council, Economic and Social Council, Executive Directorate, CTED, Ombudsperson, Monitoring Team, High Commissioner
        ssr-task-force | Inter-Agency Security Sector Reform Task Force | Inter Agency Security Sector Reform Task Force, IASSRTF, Inter Agency SSR Task Force, Security Sector Reform Unit, SSR Unit, Global Focal Point*
        sanctions-bodies | Sanctions committees and expert panels | Committee, Sanctions Committee, Panel of Experts, Group of Experts, Monitoring Group, Committee established, all Committees, 1267 Committee, 1988 Committee, Committees
        partners | All actors and partners | all actors, international partners, partners, donor*, international community, bilateral, financial institutions, World Bank, International Monetary Fund, relevant actors, relevant stakeholders, all stakeholders, international organizations, relevant organizations, civil society, private sector
        parties | Parties to the conflict | all parties, parties, both parties, armed groups, all armed groups, signatory armed groups, parties to the conflict, parties to armed conflict, warring parties, Taliban, Houthis, militias, FARDC, rebel groups, leaders, political actors, signatories
        peacebuilding-commission | Peacebuilding Commission | Peacebuilding Commission, PBC, Peacebuilding Fund, Peacebuilding Support Office
        african-union | African Union | African Union*, AU
        regional-organizations | Regional organizations | regional organi*, subregional organi*, sub regional organi*, regional and subregional organi*, regional and sub regional organi*, European Union, ECOWAS, Economic Community of West African States, SADC, IGAD, League of Arab States, Arab League, ECCAS, OSCE, NATO, CARICOM, NEPAD, G5 Sahel, regional economic communities
        council | The Security Council itself | Security Council, Council
        """);

    /// <summary>The place of the Council itself, which is addressed by "Decides to …" without being named.</summary>
    internal static readonly int Council = All.Count - 1;

    public static string NameOf(string code) => All.FirstOrDefault(addressee => addressee.Code == code)?.Name ?? code;
}
