using System.Net.Sockets;
using Akka.Hosting;
using Akka.Logger.Serilog;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog;
using TelephonyActors.Host.Http;
using TelephonyActors.Host.Link;
using TelephonyActors.Host.Metering;
using TelephonyActors.Host.Sessions;
using TelephonyActors.Host.Watching;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Host.Serving;

/// <summary>
/// The verb <c>serve</c>: a background worker with the switch, the link, HTTP and the web page (contract, chapters 4 and 5).
/// </summary>
internal static class SwitchService
{
    // Clients get a second to hear the end, entities and recorder the rest; the process is gone within five.
    private static readonly TimeSpan _shutdown = TimeSpan.FromSeconds(4);

    /// <summary>Serves until it is told to stop.</summary>
    /// <returns>The exit status.</returns>
    public static int Run(ServeArguments arguments, TextWriter error, CancellationToken stop)
    {
        try
        {
            var configuration = ServiceConfiguration.Read(arguments);
            Log.Logger = ServiceLog.Create(configuration.All);
            var firstConnID = FirstConnID();
            var played = arguments.Replay is { } plays ? PlayedSession.Open(plays, arguments.Database, arguments.Speed) : null;
            if (played is not null) configuration = configuration.On(played.Switch.Plan);
            var plan = configuration.Settings.Plan;
            var session = arguments.Record is { } name ? ServedSession.Open(name, arguments.Database, plan, firstConnID) : null;
            return RunAsync(configuration, new ServedSwitch(session, played, session?.FirstConnID ?? firstConnID), error, stop)
                .GetAwaiter().GetResult();
        }
        catch (BadInputException bad)
        {
            foreach (var fault in bad.Faults) error.WriteLine(fault);
            return ExitStatus.BadInput;
        }
        catch (Exception refused) when (refused is SessionDatabaseException or DamagedRecordException or RecordingFailedException)
        {
            error.WriteLine(refused.Message);
            return refused is SessionDatabaseException ? ExitStatus.BadInput : ExitStatus.NotAsExpected;
        }
        finally
        {
            Log.CloseAndFlush();
        }
    }

    private static async Task<int> RunAsync(
        ServiceConfiguration configuration, ServedSwitch served, TextWriter error, CancellationToken stop)
    {
        var session = served.Recorded;
        await using var app = Build(configuration, served);
        if (await StartAsync(app, stop))
        {
            error.WriteLine($"TelephonyActors emulates {configuration.Settings.Plan.Name} at {string.Join(' ', app.Urls)}");
            if (session is not null) _ = FollowAsync(session.Recording, app.Lifetime, error);
            await app.WaitForShutdownAsync(stop);
        }

        return session?.Recording.Failed is { IsCompleted: true } ? ExitStatus.NotAsExpected : ExitStatus.Well;
    }

    private static async Task FollowAsync(SessionRecording recording, IHostApplicationLifetime lifetime, TextWriter error)
    {
        var failed = await recording.Failed.ConfigureAwait(false);
        if (recording.Options.OnFailure == OnRecordingFailure.Continue)
        {
            error.WriteLine($"{failed.Message}; the switch goes on without recording");
            return;
        }

        error.WriteLine($"{failed.Message}; the switch stops serving");
        lifetime.StopApplication();
    }

    private static WebApplication Build(ServiceConfiguration configuration, ServedSwitch served)
    {
        var settings = configuration.Settings;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().UseUrls([.. settings.Urls]).ConfigureKestrel(kestrel =>
        {
            kestrel.Configure(configuration.All.GetSection("Kestrel"));
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        builder.Services
            .Configure<HostOptions>(options => options.ShutdownTimeout = _shutdown)
            .AddSerilog()
            .AddRoutingCore()
            .AddCors(cors => cors.AddDefaultPolicy(policy => policy
                .WithOrigins([.. settings.AllowedOrigins])
                .WithHeaders("authorization", "content-type")
                .WithMethods("GET", "POST")))
            .AddSingleton(settings)
            .AddSingleton(_ => ServiceMeter.Create())
            .AddPrometheusMetrics()
            .AddSingleton<LinkMeter>()
            .AddSingleton<LinkServer>()
            .AddAkka<SwitchHostedService>("switch", (akka, services) => akka
                .ConfigureLoggers(loggers => loggers.AddSerilogLogging())
                .AddHocon(HoconFiles.Config, HoconAddMode.Append)
                .WithActorSystemLivenessCheck()
                .WithServed(served, services)
                .WithLink(services.GetRequiredService<LinkServer>()))
            .AddSingleton<SwitchWatch>()
            .AddHostedService(services => services.GetRequiredService<SwitchWatch>())
            .AddSingleton<DnReports>()
            .AddSingleton<CallReports>()
            .AddSingleton<SessionReports>()
            .AddSingleton<Phones>()
            .AddOpenApi(OpenApiText.Describe);
        builder.Services.AddHealthChecks();
        if (settings.Token is not null) builder.Services.AddTokenAuthentication();
        served.AddTo(builder.Services, settings.Plan);
        builder.Services.ConfigureHttpJsonOptions(options => HttpJson.Configure(options.SerializerOptions));

        var app = builder.Build();
        app.Use(Problems.ExplainAsync);
        app.UseMiddleware<Gate>();
        app.UseCors();
        app.Use((context, next) =>
        {
            BatchingUpgrade.Install(context);
            return next(context);
        });
        app.UseWebSockets();
        app.UseRouting();
        if (settings.Token is not null) app.UseAuthentication().UseAuthorization();
        app.Map(LinkServer.Path, app.Services.GetRequiredService<LinkServer>().ServeAsync);
        app.MapService();
        app.MapPage();
        return app;
    }

    // False where it was told to stop before it was there.
    private static async Task<bool> StartAsync(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
            return false;
        }
        catch (Exception refused)
            when (refused is IOException or InvalidOperationException or SocketException or UnauthorizedAccessException)
        {
            throw new BadInputException(new Fault(
                FilePosition.Whole("--urls"),
                $"cannot be served: {OneLine(refused.Message)}",
                "an address and port of this machine that are free"));
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.');

    // A switch that is started anew must not use its ConnIDs again: they begin with the second in which it started.
    private static ulong FirstConnID() => ((ulong)DateTimeOffset.UtcNow.ToUnixTimeSeconds() << 24) | 1;
}
