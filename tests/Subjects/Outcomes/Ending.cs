using System.Runtime.InteropServices;

namespace Outcomes;

/// <summary>End the process in the middle of a test, with an output on.</summary>
public sealed class Exits(Station station) : Ending(station)
{
    [Fact]
    public async Task With_success()
    {
        await Begin();
        Environment.Exit(0);
    }
}

public sealed class ExitsAfterFail(Station station) : Ending(station)
{
    [Fact]
    public async Task With_success()
    {
        await Begin();
        try
        {
            station.Record("bad", 3.4.Volts()).Should().BeAtMost(3.3.Volts());
        }
        catch (LimitException)
        {
            // Swallowed, as an experiment should not.
        }

        Environment.Exit(0);
    }
}

public sealed class ExitsWithACode(Station station) : Ending(station)
{
    [Fact]
    public async Task Of_its_own()
    {
        await Begin();
        Environment.Exit(77);
    }
}

public sealed class ExitsInNativeCode(Station station) : Ending(station)
{
    [Fact]
    public async Task With_success()
    {
        await Begin();
        Exit(0);
    }

    [DllImport("libc", EntryPoint = "exit")]
    private static extern void Exit(int code);
}

public sealed class SetsTheExitCodeBack(Station station) : Ending(station)
{
    [Fact]
    public async Task To_success()
    {
        await Begin();
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => Environment.ExitCode = 0;
        Environment.Exit(0);
    }
}

/// <summary>Judges when its run is over and the process ends.</summary>
public sealed class JudgesAtTheEnd(Station station) : Ending(station)
{
    [Fact]
    public void When_the_process_ends()
    {
        var measured = station.Record("good", 3.3.Volts());
        measured.Should().BeAtMost(3.3.Volts());
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                measured.Should().BeAtMost(3.Volts());
            }
            catch (LabTestException)
            {
                // Swallowed, as an experiment should not.
            }
        };
    }
}

/// <summary>Records when its station is closed and the process ends.</summary>
public sealed class RecordsAtTheEnd(Station station) : Ending(station)
{
    [Fact]
    public void When_the_process_ends()
    {
        station.Record("good", 3.3.Volts()).Should().BeAtMost(3.3.Volts());
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                station.Record("bad", 9.Volts()).Should().BeAtMost(3.Volts());
            }
            catch (InvalidOperationException)
            {
                // Swallowed, as an experiment should not.
            }
        };
    }
}

/// <summary>Ends the process while its cases are looked for, where it is asked to.</summary>
public sealed class ExitsBeforeItRuns
{
    public static IEnumerable<TheoryDataRow<int>> Cases()
    {
        if (Environment.GetEnvironmentVariable("SUBJECT_EXITS") is not null)
            Environment.Exit(0);
        yield return 1;
    }

    [Theory, MemberData(nameof(Cases))]
    public void Has_cases(int number) => number.Should().Be(1);
}

/// <summary>Fails, and sets the exit code back when the process ends.</summary>
public sealed class FailsAndSetsTheExitCodeBack(Station station) : Ending(station), IDisposable
{
    [Fact]
    public void To_success() => station.Record("bad", 3.4.Volts()).Should().BeAtMost(3.3.Volts());

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Environment.ExitCode = 0;
}

public sealed class EndsAtOnceInNativeCode(Station station) : Ending(station)
{
    [Fact]
    public async Task With_success()
    {
        await Begin();
        Exit(0);
    }

    [DllImport("libc", EntryPoint = "_exit")]
    private static extern void Exit(int code);
}

public sealed class Crashes(Station station) : Ending(station)
{
    [Fact]
    public async Task By_an_exception_on_another_thread()
    {
        await Begin();
        new Thread(static () => throw new InvalidOperationException("background")).Start();
        await new TaskCompletionSource().Task;
    }
}

public sealed class FailsFast(Station station) : Ending(station)
{
    [Fact]
    public async Task At_once()
    {
        await Begin();
        Environment.FailFast("at once");
    }
}

public sealed class Overflows(Station station) : Ending(station)
{
    [Fact]
    public async Task Its_stack()
    {
        await Begin();
        Deeper(0);
    }

    private static int Deeper(int depth) => Deeper(depth + 1) + 1;
}

public abstract class Ending(Station station)
{
    private protected readonly Station station = station;

    private protected async Task Begin()
    {
        await station.Set("psu.vdd.output", true);
        station.Record("good", 3.3.Volts()).Should().BeAtMost(3.3.Volts());
    }
}
