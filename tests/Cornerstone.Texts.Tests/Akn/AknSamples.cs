namespace Cornerstone.Texts.Tests.Akn;

/// <summary>Invented documents in the form the Secretariat publishes.</summary>
internal static class AknSamples
{
    internal static string Resolution => Wrap("""
        <preamble><formula name="enactingFormula"><p><span class="italic">The Security Council</span>,</p></formula>
        <container name="Recalling"><p><span class="italic">Recalling</span> its resolution <a href="https://undocs.org/en/S/RES/2553(2020)">2553 (2020)</a>,</p></container></preamble>
        <mainBody>
        <paragraph class="H23"><subheading>Reform</subheading></paragraph>
        <paragraph><num>1.</num><list><intro><p>	<span class="italic">Invites</span> all partners:</p></intro>
          <point><num>(a)</num><content><p>to align support;</p></content></point>
          <sublist><point><num>(i)</num><content><p>with the national plan;</p></content></point></sublist>
          <point><num>(b)</num><content><p>to share plans;</p></content></point></list></paragraph>
        <paragraph><num>2.</num><content><p><span class="italic">Decides</span> to remain seized of the matter.</p></content></paragraph>
        </mainBody>
        """);

    internal static string InBody(string body) => Wrap($"<mainBody>{body}</mainBody>");

    internal static string Wrap(string content) => $"""
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un"><statement name="resolution">
        <meta><identification source="#un"><FRBRWork><FRBRdate date="2031-02-03" name="adoption"/></FRBRWork>
        <FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
        <classification source="DHLAUTH"><keyword value="SECURITY SECTOR REFORM" dictionary="UNBIS Thesaurus"/>
        <keyword refersTo="agenda" value="[1]" showAs="SOLENIA SITUATION"/><keyword refersTo="agenda" value="X" showAs="The situation in Solenia."/></classification>
        <workflow source="#un"><step date="2031-02-03" outcome="draftResolution" as="S/2031/40" by="Chad, Trinidad and Tobago and Peru"/>
        <step date="2031-02-03" outcome="adopted" as="S/PV.12000" by="Adopted 2-0-1"/></workflow>
        <analysis source="#un"><parliamentary><voting>
        <count value="2" refersTo="inFavour"><akn4un:voters><organization>CHAD</organization><organization>PERU</organization></akn4un:voters></count>
        <count value="1" refersTo="abstaining"><akn4un:voters><organization>FRANCE</organization></akn4un:voters></count></voting></parliamentary></analysis>
        <presentation source="#un"><docketNumber>31-00001 (E)</docketNumber></presentation></meta>
        <coverPage><p><docNumber refersTo="#symbol">S/RES/9901(2031)</docNumber></p><p><docStatus>Distr.: General</docStatus></p>
        <p><docDate date="2031-02-04" refersTo="#dateOfIssuance">4 February 2031</docDate></p></coverPage>
        {content}</statement></akomaNtoso>
        """;
}
