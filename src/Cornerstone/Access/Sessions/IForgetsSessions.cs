namespace Cornerstone.Access.Sessions;

/// <summary>Keeps something in memory for as long as a session is open, and drops it with the session: unlocked keys.</summary>
public interface IForgetsSessions
{
    void Forget(Guid session);
}
