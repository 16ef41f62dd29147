using System.CommandLine;
using Cornerstone;

var root = new RootCommand("Cornerstone: one shared record of security sector reform");
foreach (var verb in Rooms.All.SelectMany(r => r.Verbs))
{
    root.Subcommands.Add(verb);
}

return await root.Parse(args).InvokeAsync();
