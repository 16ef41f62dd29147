namespace Cornerstone.Texts;

/// <summary>The words a paragraph can open with, and how strong they are (domain handbook §1.6). One list; the forms are made from it.</summary>
internal static class VerbTable
{
    /// <summary>
    /// "verb | strength | what may follow as part of the opening". A verb whose first follower is "!" counts only with a follower.
    /// A verb marked "~" opens a paragraph but is no lead verb later in one, where it mostly belongs to a subordinate clause.
    /// </summary>
    internal const string Verbs = """
        decide | 5 |
        demand | 5 |
        authorize | 5 |
        authorise | 5 |
        require~ | 5 |
        extend~ | 5 |
        establish~ | 5 |
        appoint~ | 5 |
        elect~ | 5 |
        prohibit~ | 5 |
        terminate~ | 5 |
        approve | 4 |
        request | 4 |
        direct | 4 |
        instruct~ | 4 |
        resolve | 4 |
        undertake~ | 4 |
        agree | 4 |
        pledge~ | 4 |
        urge | 3 |
        call | 3 | upon, on, for
        insist | 3 |
        appeal | 3 | to, for
        exhort | 3 |
        ask | 3 |
        press~ | 3 |
        encourage | 2 |
        invite | 2 |
        recommend | 2 |
        advise~ | 2 |
        suggest~ | 2 |
        stress | 1 |
        underline | 1 |
        underscore | 1 |
        emphasize | 1 |
        emphasise | 1 |
        highlight | 1 |
        remind | 1 |
        warn | 1 |
        caution~ | 1 |
        condemn | 1 |
        deplore | 1 |
        denounce | 1 |
        regret | 1 |
        reject | 1 |
        express | 1 |
        voice~ | 1 |
        declare | 1 |
        signal~ | 1 |
        expect | 1 |
        clarify | 1 |
        specify~ | 1 |
        share~ | 1 |
        register~ | 1 |
        recognize | 0 |
        recognise | 0 |
        reaffirm | 0 |
        affirm | 0 |
        confirm | 0 |
        reconfirm | 0 |
        reiterate | 0 |
        restate | 0 |
        renew | 0 |
        recall | 0 |
        note | 0 |
        acknowledge | 0 |
        welcome | 0 |
        commend | 0 |
        endorse | 0 |
        support~ | 0 |
        determine~ | 0 |
        take | 0 | ! note, due note, full note, positive note, careful note, good note, into account, into consideration, further note, also note
        bear | 0 | ! in mind
        keep~ | 0 | ! in mind
        look | 0 | ! forward
        pay | 0 | ! tribute, homage, special tribute
        act~ | 0 | ! under, pursuant to
        remain~ | 0 | ! seized, actively seized
        consider~ | 0 |
        appreciate~ | 0 |
        applaud | 0 |
        praise | 0 |
        congratulate | 0 |
        thank~ | 0 |
        honour~ | 0 |
        honor~ | 0 |
        salute | 0 |
        laud | 0 |
        extol~ | 0 |
        concur | 0 |
        echo | 0 |
        believe~ | 0 |
        trust | 0 |
        hope~ | 0 |
        seek~ | 0 |
        await~ | 0 |
        anticipate | 0 |
        observe~ | 0 |
        hail~ | 0 |
        continue~ | 0 |
        intend~ | 1 |
        respond~ | 0 |
        maintain~ | 0 |
        give~ | 0 | ! its full support
        have~ | 0 |
        forward~ | 0 |
        adopt~ | 5 |
        accept~ | 0 |
        conclude~ | 0 |
        state~ | 1 |
        refer~ | 0 |
        understand~ | 0 |
        desire~ | 0 |
        wish~ | 0 |
        """;

    /// <summary>What the noun after "expresses its …" or "reiterates its …" says: "concern" is a principle, a reiterated "call" is a call.</summary>
    internal const string Nouns = """
        concern | 1
        concerns | 1
        alarm | 1
        outrage | 1
        regret | 1
        distress | 1
        dismay | 1
        disappointment | 1
        disturbance | 1
        condemnation | 1
        sympathy | 0
        sadness | 1
        indignation | 1
        shock | 1
        appreciation | 0
        satisfaction | 0
        gratitude | 0
        thanks | 0
        interest | 0
        admiration | 0
        support | 0
        solidarity | 0
        confidence | 0
        hope | 0
        endorsement | 0
        view | 1
        belief | 1
        conviction | 1
        commitment | 1
        determination | 1
        resolve | 1
        readiness | 1
        willingness | 1
        intention | 1
        intent | 1
        expectation | 1
        invitation | 2
        encouragement | 2
        recommendation | 2
        call | 3
        calls | 3
        appeal | 3
        request | 4
        requests | 4
        directive | 4
        decision | 5
        demand | 5
        demands | 5
        authorization | 5
        """;

    /// <summary>Adjectives that open a preambular paragraph in place of a participle: "Deeply concerned …", "Mindful of …".</summary>
    internal const string States = """
        concerned | 1
        alarmed | 1
        appalled | 1
        disturbed | 1
        distressed | 1
        dismayed | 1
        outraged | 1
        shocked | 1
        saddened | 1
        troubled | 1
        preoccupied | 1
        disappointed | 1
        convinced | 0
        mindful | 0
        aware | 0
        conscious | 0
        cognizant | 0
        determined | 0
        committed | 0
        resolved | 0
        guided | 0
        inspired | 0
        encouraged | 0
        satisfied | 0
        gratified | 0
        heartened | 0
        desirous | 0
        willing | 0
        confident | 0
        hopeful | 0
        prepared | 0
        ready | 0
        grateful | 0
        seized | 0
        """;

    internal const string Adverbs =
        "further also again strongly once deeply gravely fully seriously urgently unequivocally specifically additionally while whilst " +
        "profoundly particularly especially firmly warmly greatly extremely solemnly equally moreover furthermore similarly likewise " +
        "categorically vehemently however therefore thus formally accordingly explicitly duly still actively increasingly highly hereby " +
        "moreover sincerely respectfully vigorously consequently finally";

    internal const string Adjectives =
        "deep deepest grave gravest serious strong strongest great greatest particular full continued continuing continual utmost sincere " +
        "profound growing heartfelt urgent warm unwavering further extreme ongoing steadfast firm increasing increasingly special renewed " +
        "severe considerable high general overall sincerest heightened previous repeated earlier unanimous";
}
