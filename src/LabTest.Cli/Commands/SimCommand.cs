using System.CommandLine;
using System.Runtime.InteropServices;
using LabTest.Instruments.Simulation.Serving;
using LabTest.Instruments.Stations;
using LabTest.Recording.Terminal;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest sim</c>: the instruments of a station on loopback TCP, for any VISA client.</summary>
internal static class SimCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var station = new Argument<string>("station") { Description = "The station file." };
        var port = new Option<int>("--port-base") { Description = "The port of the first instrument; the others follow. 0 takes free ones.", DefaultValueFactory = _ => 5025 };
        var write = new Option<string?>("--write-station") { Description = "Write a station file that points at the served instruments." };
        var command = new Command("sim", "Serve every instrument of a station on loopback TCP, in real time, until Ctrl+C.") { station, port, write };
        command.SetAction((line, cancellation) => Run(
            surroundings, line.GetRequiredValue(station), line.GetValue(port), line.GetValue(write), cancellation));
        return command;
    }

    private static async Task<int> Run(Surroundings surroundings, string stationFile, int port, string? write, CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var stops = new Disposables(((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(signal =>
            PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                stopping.Cancel();
            })));
        var file = surroundings.FullPath(stationFile);
        var model = StationLoader.Load(file, new StationLoadOptions
        {
            ProjectFolder = surroundings.Folder,
        });
        Lock writing = new();
        var server = SimulatorServer.Start(model, new SimulatorServerOptions
        {
            PortBase = port,
            Time = surroundings.Time,
            Log = line =>
            {
                lock (writing)
                {
                    surroundings.Out.Plain(line);
                    surroundings.Out.Flush();
                }
            },
        });
        await using var closing = server.ConfigureAwait(false);
        if (write is not null)
            server.WriteStation(surroundings.FullPath(write));

        lock (writing)
            Show(surroundings.Out, model.Name, server, write is null ? null : surroundings.FullPath(write));
        await server.Run(stopping.Token).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private static void Show(Screen screen, string station, SimulatorServer server, string? written)
    {
        screen.Line($"[bold]{station}[/] [yellow]SIMULATED[/]");
        var table = new ScreenTable(new ScreenColumn("alias"), new ScreenColumn("profile") { Drop = 1 }, new ScreenColumn("resource address"));
        foreach (var instrument in server.Instruments)
            table.Add($"{instrument.Alias}", $"{instrument.Profile}", $"{instrument.Address.ToString()}");
        screen.Table(table);
        if (written is not null)
            screen.Plain($"Station: {written}");
        screen.Plain("Serving until Ctrl+C.");
        screen.Flush();
    }
}
