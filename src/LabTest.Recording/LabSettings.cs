namespace LabTest.Recording;

/// <summary>
/// What is asked for from outside: the <c>LABTEST_*</c> variables, which the <c>--lab-*</c> options of a test run mirror. Relative paths start at the
/// folder the caller was in.
/// </summary>
internal sealed record LabSettings
{
    /// <summary>The folder the caller was in.</summary>
    public string CallerFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>The station file (LABTEST_STATION).</summary>
    public string? Station { get; init; }

    /// <summary>The folder for runs (LABTEST_RUNS).</summary>
    public string? Runs { get; init; }

    /// <summary>The serial number of the device under test (LABTEST_DUT).</summary>
    public string? Dut { get; init; }

    /// <summary>Who runs it (LABTEST_OPERATOR).</summary>
    public string? Operator { get; init; }

    /// <summary>What runs of one start share (LABTEST_BATCH).</summary>
    public string? Batch { get; init; }

    /// <summary>Whether every instrument is simulated (LABTEST_SIMULATE=1).</summary>
    public bool Simulate { get; init; }

    /// <summary>Whether time is real even in simulation (LABTEST_CLOCK=real).</summary>
    public bool RealTime { get; init; }

    /// <summary>Whether a skipped test fails the run (LABTEST_PRODUCTION=1).</summary>
    public bool IsProduction { get; init; }

    /// <summary>The assignments that this process was given one by one, in place of those of LABTEST_SET; null where it was not.</summary>
    public static IReadOnlyList<string>? GivenArguments { get; set; }

    /// <summary>What experiments ask for by name (LABTEST_SET="vin=5 V; fsw=100 kHz").</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the variables.</summary>
    /// <param name="variable">Gives a variable; none where it is not set.</param>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public static LabSettings From(Func<string, string?> variable)
    {
        string? Given(string name) => variable(name) is { Length: > 0 } value ? value : null;
        return new LabSettings
        {
            CallerFolder = Given("LABTEST_CALLER_FOLDER") ?? Environment.CurrentDirectory,
            Station = Given("LABTEST_STATION"),
            Runs = Given("LABTEST_RUNS"),
            Dut = Given("LABTEST_DUT"),
            Operator = Given("LABTEST_OPERATOR"),
            Batch = Given("LABTEST_BATCH"),
            Simulate = Flag("LABTEST_SIMULATE", Given("LABTEST_SIMULATE")),
            RealTime = Given("LABTEST_CLOCK") switch
            {
                null or "virtual" => false,
                "real" => true,
                var other => throw new FormatException($"LABTEST_CLOCK is '{other}'; write real or virtual."),
            },
            IsProduction = Flag("LABTEST_PRODUCTION", Given("LABTEST_PRODUCTION")),
            Arguments = ArgumentsIn(Given("LABTEST_SET") ?? ""),
        };
    }

    /// <summary>Reads the variables of this process.</summary>
    public static LabSettings FromEnvironment()
    {
        var settings = From(Environment.GetEnvironmentVariable);
        return GivenArguments is { } given ? settings with { Arguments = ArgumentsIn(given) } : settings;
    }

    /// <summary>Reads assignments such as <c>vin=5 V</c>, separated by semicolons.</summary>
    /// <exception cref="FormatException">A part is not an assignment, or a name is given twice.</exception>
    public static IReadOnlyDictionary<string, string> ArgumentsIn(string text) =>
        ArgumentsIn(text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Reads assignments such as <c>vin=5 V</c>, one each.</summary>
    /// <inheritdoc cref="ArgumentsIn(string)" path="/exception"/>
    public static IReadOnlyDictionary<string, string> ArgumentsIn(IReadOnlyList<string> parts)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var equals = part.IndexOf('=');
            var name = equals < 0 ? "" : part[..equals].Trim();
            if (name.Length == 0)
                throw new FormatException($"'{part}' is not an assignment; write name=value, as in \"vin=5 V\".");
            if (!arguments.TryAdd(name, part[(equals + 1)..].Trim()))
                throw new FormatException($"'{name}' is set twice, to '{arguments[name]}' and to '{part[(equals + 1)..].Trim()}'.");
        }

        return arguments;
    }

    /// <summary>A path as the caller meant it.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CallerFolder);

    private static bool Flag(string name, string? value) => value switch
    {
        null or "0" or "false" => false,
        "1" or "true" => true,
        _ => throw new FormatException($"{name} is '{value}'; write 1 or 0."),
    };
}
