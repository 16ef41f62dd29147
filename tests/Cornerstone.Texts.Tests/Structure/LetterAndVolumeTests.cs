namespace Cornerstone.Texts.Tests.Structures;

public sealed class LetterAndVolumeTests
{
    [Fact]
    public void Results_of_a_vote_are_points_and_a_signature_is_no_paragraph()
    {
        const string text = """
            Letter dated 3 December 2020 from the President of the Security Council addressed to the Secretary-General

            The members have indicated their national positions as follows:

            In favour:

            Belgium, China and Estonia.

            Against: None.

            Abstaining:

            None.

            The draft resolution received 3 votes in favour.

            (Signed) Jerry Matthews Matjila

            President of the Security Council
            """;

        var document = UnText.Parse(text);

        Assert.Equal(["para/1", "para/1/1", "para/1/2", "para/1/3", "para/2"], document.Provisions.Select(p => p.Id));
        Assert.Equal("In favour: Belgium, China and Estonia.", document.Provisions[1].Text);
        Assert.All(document.Provisions, p => Assert.Empty(p.LeadVerbs));
        Assert.Equal(["Belgium", "China", "Estonia"], document.Vote!.For);
    }

    [Fact]
    public void The_line_of_adoption_and_the_notes_of_an_old_volume_are_no_paragraphs()
    {
        const string text = """
            25 (1947). Resolution of 22 May 1947

            The Security Council

            Resolves that the application of Italy be referred to the Committee.12

            Adopted at the 137th meeting by 10 votes to none.

            12 See Official Records, Second Year,

            document S/355.
            """;

        var document = UnText.Parse(text);

        Assert.Equal(("S/RES/25 (1947)", DocumentKind.Resolution, new DateOnly(1947, 5, 22)), (document.Symbol, document.Kind, document.Date));
        Assert.Equal("S/PV.137", document.Metadata.MeetingSymbol);
        Assert.Equal(["op/1", "fn/12"], document.Provisions.Select(p => p.Id));
        Assert.Equal("See Official Records, Second Year, document S/355.", document.Provisions[1].Text);
    }

    [Theory]
    [InlineData("القرار 2553 (2020)", "الذي اتخذه مجلس الأمن في جلسته 8779، المعقودة في 3 كانون الأول/ديسمبر 2020", "إن مجلس الأمن،", "1 - يقرر أن يبقي المسألة قيد نظره.")]
    [InlineData("Résolution 2553 (2020)", "Adoptée par le Conseil de sécurité à sa 8779e séance, le 3 décembre 2020", "Le Conseil de sécurité,", "1. Décide de rester saisi de la question.")]
    [InlineData("Resolución 2553 (2020)", "Aprobada por el Consejo de Seguridad en su 8779ª sesión, celebrada el 3 de diciembre de 2020", "El Consejo de Seguridad,", "1. Decide seguir ocupándose de la cuestión.")]
    [InlineData("Резолюция 2553 (2020)", "принятая Советом Безопасности на его 8779-м заседании 3 декабря 2020 года", "Совет Безопасности,", "1. постановляет продолжать заниматься этим вопросом.")]
    [InlineData("第2553(2020)号决议", "2020年12月3日安全理事会第8779次会议通过", "安全理事会，", "1. 决定继续处理此案。")]
    public void Adoption_is_read_in_every_language(string name, string adopted, string formula, string operative)
    {
        var document = UnText.Parse(string.Join("\n\n", name, adopted, formula, operative));

        Assert.Equal(("S/RES/2553 (2020)", DocumentKind.Resolution), (document.Symbol, document.Kind));
        Assert.Equal(new DateOnly(2020, 12, 3), document.Date);
        Assert.Equal("S/PV.8779", document.Metadata.MeetingSymbol);
        Assert.Equal(["op/1"], document.Provisions.Select(p => p.Id));
    }
}
