namespace Cornerstone.Texts.Tests.Structures;

public sealed class StatementTests
{
    [Theory]
    [InlineData("en", "Statement by the President of the Security Council", "Distr.: General\n\n12 May 2025",
        "At the 9901st meeting of the Security Council, held on 12 May 2025, in connection with the Council’s consideration of the item entitled “The situation in Solenia”, the President of the Security Council made the following statement on behalf of the Council:",
        "“The Security Council welcomes the opening of the dialogue.”", "The situation in Solenia")]
    [InlineData("fr", "Déclaration de la Présidente du Conseil de sécurité", "Distr. générale\n\n12 mai 2025",
        "À la 9901e séance du Conseil de sécurité, tenue le 12 mai 2025 au sujet de la question intitulée « La situation en Solénie », la Présidente du Conseil de sécurité a fait au nom du Conseil la déclaration suivante :",
        "« Le Conseil de sécurité se félicite de l’ouverture du dialogue dans les provinces du pays. »", "La situation en Solénie")]
    [InlineData("es", "Declaración de la Presidencia del Consejo de Seguridad", "Distr. general\n\n12 de mayo de 2025",
        "En la 9901ª sesión del Consejo de Seguridad, celebrada el 12 de mayo de 2025 en relación con el examen del tema titulado “La situación en Solenia”, la Presidencia del Consejo de Seguridad formuló, en nombre del Consejo, la siguiente declaración:",
        "“El Consejo de Seguridad acoge con beneplácito la apertura del diálogo en las provincias.”", "La situación en Solenia")]
    [InlineData("ru", "Заявление Председателя Совета Безопасности", "Distr.: General\n\n12 May 2025",
        "На 9901-м заседании Совета Безопасности, состоявшемся 12 мая 2025 года, в связи с рассмотрением пункта, озаглавленного «Положение в Солении», Председатель Совета Безопасности сделал от имени Совета следующее заявление:",
        "«Совет Безопасности приветствует начало диалога.»", "Положение в Солении")]
    [InlineData("ar", "بيان من رئيسة مجلس الأمن", "Distr.: General\n\n12 May 2025",
        "في الجلسة 9901 التي عقدها مجلس الأمن في 12 أيار/مايو 2025 فيما يتعلق بنظر المجلس في البند المعنون ”الحالة في سولينيا“، أدلت رئيسة مجلس الأمن بالبيان التالي باسم المجلس:",
        "”يرحب مجلس الأمن بافتتاح الحوار الوطني.“", "الحالة في سولينيا")]
    [InlineData("zh", "安全理事会主席的声明", "Distr.: General\n\n12 May 2025",
        "在2025年5月12日安全理事会第9901次会议上，安全理事会主席就题为“索莱尼亚局势”的项目代表安理会发表声明如下：",
        "“安全理事会欢迎开启全国对话。", "索莱尼亚局势")]
    public void A_statement_is_known_in_every_language_by_what_announces_it(string language, string title, string front, string announcement, string body, string item)
    {
        var text = string.Join("\n\n", "S/PRST/2025/901", front, title, announcement, body);

        var document = UnText.Parse(text);

        Assert.Equal(language, document.Language);
        Assert.Equal(DocumentKind.PresidentialStatement, document.Kind);
        Assert.Equal(new DateOnly(2025, 5, 12), document.Date);
        Assert.Equal(item, document.Title);
        Assert.Equal("S/PV.9901", document.Metadata.MeetingSymbol);
        Assert.Equal("General", document.Metadata.Distribution);
        var paragraph = Assert.Single(document.Provisions);
        Assert.Equal(("para/1", body), (paragraph.Id, paragraph.Text));
    }

    [Theory]
    [InlineData("S/PRST/2025/901", DocumentKind.PresidentialStatement)]
    [InlineData("S/RES/2553 (2020)", DocumentKind.Resolution)]
    [InlineData("S/PV.9518", DocumentKind.MeetingRecord)]
    [InlineData("A/RES/70/1", DocumentKind.GeneralAssemblyResolution)]
    [InlineData("S/2022/280", DocumentKind.Other)]
    public void A_symbol_that_tells_the_kind_tells_it_whatever_the_text_is_like(string symbol, DocumentKind kind)
    {
        var text = $"{symbol}\n\nTexto en una lengua cualquiera, sin fórmula ninguna de las que se conocen.\n\nOtro párrafo.";

        var document = UnText.Parse(text);

        Assert.Equal(kind, document.Kind);
    }

    [Fact]
    public void A_number_inside_a_statement_counts_a_list_of_the_paragraph_above()
    {
        const string text = """
            S/PRST/2016/1

            Statement by the President of the Security Council

            “The Security Council demands that:

            1. The parties fully and immediately adhere to the ceasefire.

            2. The parties allow assistance to pass.

            “The Security Council will remain seized of the matter.”
            """;

        var document = UnText.Parse(text);

        Assert.Equal(["para/1", "para/1/1", "para/1/2", "para/2"], document.Provisions.Select(p => p.Id));
    }

    [Fact]
    public void A_catalogue_sentence_is_no_title_for_a_statement_read_from_markup()
    {
        var statement = Forms.RealFiles.Akn().Where(file => file.Contains("S_PRST_2010_3-", StringComparison.Ordinal)).Take(1).ToList();
        Assert.SkipUnless(statement.Count == 1, "The published statements are not on this machine.");

        var document = AknReader.Read(File.ReadAllBytes(statement[0]));

        Assert.Equal("Peace consolidation in West Africa", document.Title);
        Assert.StartsWith("“The Security Council welcomes the recent positive developments in Guinea", document.Provisions[0].Text, StringComparison.Ordinal);
    }
}
