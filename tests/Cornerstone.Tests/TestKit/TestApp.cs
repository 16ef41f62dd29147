using Cornerstone.Access;
using Cornerstone.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cornerstone.Tests.TestKit;

/// <summary>The whole program in process over a database of its own. Sign in as one of the fixed people, or as nobody.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly string folder;
    private readonly NamingLines naming;

    private TestApp(WebApplication web, Database database, string folder, NamingLines naming)
    {
        this.web = web;
        this.folder = folder;
        this.naming = naming;
        Database = database;
    }

    public Database Database { get; }

    /// <summary>Where this program keeps its files.</summary>
    public string Folder => folder;

    public IServiceProvider Services => web.Services;

    public static async Task<TestApp> StartAsync(bool isDemonstration = true, Action<WebApplicationBuilder>? adjust = null, Database? over = null)
    {
        var database = over ?? await TestDatabase.CopyAsync(TestContext.Current.CancellationToken);
        var folder = Directory.CreateTempSubdirectory("cornerstone-app-").FullName;
        var naming = new NamingLines();
        var web = Web.Build(new HostSettings(folder, Port: 0, isDemonstration), database, builder =>
        {
            builder.WebHost.UseTestServer();
            // It has no bounds of requests, and would say so with each form.
            builder.Logging.AddFilter("Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Mvc.Filters.RequestSizeLimitFilter", LogLevel.Error);
            adjust?.Invoke(builder);
            // What an operator's log holds, and nothing of the framework's own finer lines.
            builder.Logging.AddProvider(naming).AddFilter<NamingLines>(null, LogLevel.Information);
        });
        await web.StartAsync(TestContext.Current.CancellationToken);
        return new TestApp(web, database, folder, naming);
    }

    /// <summary>Over the whole of the invented country.</summary>
    public static async Task<TestApp> SoleniaAsync() => await StartAsync(over: await TestDatabase.SoleniaAsync(TestContext.Current.CancellationToken));

    public Visitor AsNobody() => new(Client());

    public async Task<Visitor> AsAsync(DemonstrationPerson person)
    {
        var visitor = AsNobody();
        var page = await visitor.OpenAsync("/sign-in");
        var answer = await visitor.PostAsync("/sign-in?handler=Demonstration", page, new() { ["person"] = person.Id.ToString() });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>The database as this person sees it, under row-level security.</summary>
    public async Task<AppDb> DbAsAsync(DemonstrationPerson person)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = AppDb.Over(Database);
        return await Database.AsAsync(await CurrentReader.ReaderOfAsync(db, person.Id, ct), ct);
    }

    /// <summary>Names of the acts in the journal, oldest first, as the operator sees them.</summary>
    public async Task<IReadOnlyList<string>> ActsAsync()
    {
        await using var owner = await Database.AsAsync(Reader.Operator, TestContext.Current.CancellationToken);
        return await owner.Acts.OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.Name).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>SQL as nobody of the program: it gives and takes rights behind everybody's back.</summary>
    public async Task ExecuteAsync(string sql)
    {
        var ct = TestContext.Current.CancellationToken;
        var name = new NpgsqlConnectionStringBuilder(Database.App.ConnectionString).Database;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await TestDatabase.AdminConnectionAsync()) { Database = name }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>From now on whoever writes such rows is told what PostgreSQL says when somebody else held something for longer than it lets anybody wait.</summary>
    public Task LetWaitsEndAsync(string table, string rows = "true") => ExecuteAsync($"""
        create function public.wait_is_over() returns trigger language plpgsql as $$ begin raise exception 'canceling statement due to lock timeout' using errcode = 'lock_not_available'; end $$;
        create trigger wait_is_over before insert or update on {table} for each row when ({rows}) execute function public.wait_is_over();
        """);

    public Task LetNobodyWaitAsync() => ExecuteAsync("drop function public.wait_is_over cascade");

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await TestDatabase.DropAsync(Database);
        Directory.Delete(folder, recursive: true);
        Assert.Empty(naming.Lines);
    }

    private HttpClient Client() => new(new CookieContainerHandler { InnerHandler = web.GetTestServer().CreateHandler() })
    {
        BaseAddress = new Uri("http://localhost"),
    };
}
