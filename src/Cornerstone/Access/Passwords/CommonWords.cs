namespace Cornerstone.Access.Passwords;

/// <summary>
/// Words that passwords are made of when nobody thinks: for "password", names of months and sports, and the words of
/// our own field. Written for this program; a server without a network has no list of breached passwords to ask.
/// </summary>
internal static class CommonWords
{
    public static readonly IReadOnlyList<string> All =
    [
        .. """
           password passwort passord motdepasse contraseña contrasena senha parola пароль كلمةالمرور كلمةالسر 密码
           passphrase passcode secret letmein trustno welcome bienvenue bienvenido marhaba hello bonjour salam
           admin administrator administrateur administrador root superuser sysadmin user utilisateur guest invite test
           tester testing temp temporary default change changeme please login signin logon master access account
           computer internet server laptop office windows linux google facebook iphone samsung
           iloveyou love lover jetaime family mother father freedom liberty peace paix princess prince queen king
           dragon monkey tiger lion eagle shadow hunter killer ninja sunshine flower butterfly chocolate cookie coffee
           football soccer baseball basketball hockey arsenal chelsea barcelona realmadrid liverpool juventus
           superman batman spiderman starwars pokemon matrix harley ferrari mercedes
           michael jennifer jordan thomas charlie andrew daniel mohamed muhammad ahmed محمد احمد fatima aisha maria
           january february march april may june july august september october november december
           janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre
           monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche
           spring summer autumn winter printemps été automne hiver
           cornerstone solenia security sécurité securite sector secteur reform réforme reforme ministry ministère
           ministere minister government gouvernement nation nations united police army armée armee military defence
           defense soldier president parliament secretariat commitment country national
           the and
           """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    ];
}
