namespace Cornerstone.Sealing.Tests.TestKit;

/// <summary>
/// Sealed bytes of each form, made by another implementation that follows decision 22 (Python, the package "cryptography").
/// They never change: what was sealed under version 1 must open as long as this program is used.
/// </summary>
internal static class Vectors
{
    internal const string Phrase = "babad dagah fiban gofum hatoz jikul";

    internal static readonly Guid Compartment = new("0b4e6d7a-5c11-4f0a-9d3e-2a6f1c8b7e50");
    internal static readonly Guid Dossier = new("7d9f2c31-86aa-4b1e-8c57-90e4d1f3a264");
    internal static readonly Guid Person = new("4f1d8e92-6b3a-4c75-a0e8-d7f25b9c6310");
    internal static readonly Guid Other = new("9e60b7c4-2f8d-4a13-b5d6-18c3fa740e29");
    internal static readonly Guid Recovery = new("d35a91f8-70ce-4b64-8f2d-e6b1047c9a53");
    internal static readonly SealedPlace Place = new("sealed", Compartment, "vetting_file", new Guid("c2a84f60-1d35-4e7b-b9f8-53a7e6d0921c"), "finding", 7);

    internal static readonly byte[] Field = Convert.FromHexString("010100000003a0a1a2a3a4a5a6a7a8a9aaab70a88c18fac8f1c240529809d8257b42680c3c3cf646b1df1ffb51ac95fbe94168e46f64d85925d8476f9ef9fadbd878");

    internal static readonly byte[] DossierWrap = Convert.FromHexString("010100000005b0b1b2b3b4b5b6b7b8b9babb6d3273c45b8dde2a92ba298cba389c7f7994704f9bf393d4d4f0bcd44650549254b2b56d3b9c5b9c80cd522a7b2a9255");

    internal static readonly byte[] IntakePoint = Convert.FromHexString("a7bdc3f342ec1abeaf87db2a34f2dce5218cacdabf6139bbfed4c151d9b4b402b8d6c9999d9256a0fc99be112ef933dc405300b941057f3c122e355325f4f914");

    internal static readonly byte[] IntakeWrap = Convert.FromHexString(
        "0102000000051f140146bfb1b251f84f4ddbe0d4cdcfd77afd984a9520e35794021f8312bb9eec995a08b1fa7704df3dcc0b50a9665263fb7711f95f9f8a449c5096e47c892b" +
        "c0c1c2c3c4c5c6c7c8c9cacbe97308e32e068723519082693612c4bfa5cd6450cc89483900820cf1600cdee71c52e6596fc90faf7d77d811f39573cd");

    internal static readonly byte[] PersonPoint = Convert.FromHexString("bd5714b9c20400411f1e51dbff63647f05d1d70b55fc200c6cad10c2f4614dc1e5048562f731f54573c04224d973a916a59f526a8268076fc1cfa92a5f143f19");

    internal static readonly byte[] KeyBox = Convert.FromHexString(
        "010200000005016cc7a66f9fe2594182b7cdaa8d661ccb7ad5106aa29a385643b4b402dabe6a05ff28359f78ce9ed18cff47020769d93482c90b132f4805c997b77815d796f1" +
        "c1c2c3c4c5c6c7c8c9cacbccf0c25bd5a123de00584c2ed7a7978d53bc256f2a323faa9208dd55c6356fe2e7e5ea1b90bcb498bf20f020b42f7ca173");

    internal static readonly byte[] KeyProof = Convert.FromHexString("010100000005c2c3c4c5c6c7c8c9cacbcccdd06978d3d10f263452498d72699c05f6");

    internal static readonly byte[] Vault = Convert.FromHexString(
        "010300033450d0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaeb380d1555c5dcacdd74d2fbeb5853e10092e509d85c75d8ea1b3151f0b79f7488fe44387c" +
        "862160b986f2213906a04363");

    internal static readonly byte[] Pair = Convert.FromHexString(
        "01020000000114aeb622e387358da969ac7f117eaee4b15ff7afa1794483b84984e58dbc065f1fc7be29d636ce53c7dd2e47f1a18b8ace95e7e6942bcd6d3890779f89924953" +
        "c4c5c6c7c8c9cacbcccdcecf2a49bdba562a415c53c6073b765c910200e13e1dec24419ffec32e8ec8b0064298079f076d6e4ffac9f25e18c1736431f39ca47839e2323dc11e" +
        "2681070b65543cfa93b45ca2bd0204a64ca8495f97292306bb2e5323a646fbb8342300985bd3090729cff36526126527c8456b7bb63c2ab71062aa851d98fada9e8d9700e402" +
        "8a8e9dceb476427d3c2216eca3b9ffe0ebfb");

    internal static readonly byte[] Succession = Convert.FromHexString("010100000006c5c6c7c8c9cacbcccdcecfd0c8f1195e31aa887799c316a51403302a67ece14335c32b730bded7b8aaa8483e26fd60d3cb3c15d3623fabfc9aedc6e2");

    internal static readonly byte[] Pin = Convert.FromHexString("010100000005c6c7c8c9cacbcccdcecfd0d158e2ccb3516d0b45b8fe5f029f0ae68223dfe1032bf391856c97ade364021de235c6128c0ee3a26b3ce67f02eb957161");

    internal static readonly byte[] Attachment = Convert.FromHexString(
        "010400000003f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff000102030405060708090a0b0c0d0e0f1392e2b93fb36bab2e1dd92c280b1919f892863f79f7a56be4760ba62b05ebbc" +
        "2d4f59dcc857b1c17c99acee30f00cddcd679a171fba3ca19b7abed7fee820dc810c0d2cc1a1852e0605bc227ccd8c68cd77e172a189a844dc70bab3b7a4ae90b2a24329ac43" +
        "f276078bbe0f328b032de72ec9874738d9f1a79dec38627f6b048d6087393189c942c8dfd45a11679ffeab23ceea64b55877568ad1a5f17dcee9bce9d17cc7937b900fffcd72" +
        "d40794675f6b5a1c8a2e97a2f8b75c20bb37704cb280d39530303b5e0e0d034224a8760a8fab194f6f6dff9ce13a4fe1a92fc128d34806b99b1e724cb8b66e5ebcbc8fbacb81" +
        "29d9208380017fe7050e12e50e6d4e424a98ca3c672da6ed07ef1ac21694");

    /// <summary>Bytes that count up from a start, as the vectors were made from.</summary>
    internal static byte[] Counting(byte from, int length) => [.. Enumerable.Range(from, length).Select(i => (byte)(i & 255))];
}
