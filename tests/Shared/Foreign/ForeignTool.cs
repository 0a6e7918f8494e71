using System.Collections.Concurrent;

namespace LabTest.Testing.Foreign;

/// <summary>
/// A program or package that tests talk to and that is not ours. Where it is missing, a test skips with the reason; in CI
/// (<c>CI=true</c>) it fails instead, since there every tool must be present.
/// </summary>
internal sealed class ForeignTool
{
    private static readonly string NodeFolder = Path.Combine(Repository.Root, "tests", "foreign");
    private static readonly ConcurrentDictionary<ForeignTool, Task<string?>> Missing = new();

    private readonly string _name;
    private readonly string _remedy;
    private readonly string _program;
    private readonly string[] _probe;
    private readonly string[] _leading;
    private readonly string? _folder;

    private ForeignTool(string name, string remedy, string program, string[] probe, string[]? leading = null, string? folder = null)
    {
        _name = name;
        _remedy = remedy;
        _program = program;
        _probe = probe;
        _leading = leading ?? [];
        _folder = folder;
    }

    public static ForeignTool Python { get; } = new("Python", "apt-get install python3", "/usr/bin/python3", ["--version"]);

    public static ForeignTool H5py { get; } = PythonPackage("h5py", "python3-h5py");

    public static ForeignTool PyVisa { get; } = PythonPackage("pyvisa_py", "python3-pyvisa-py");

    public static ForeignTool H5dump { get; } = DebianProgram("h5dump", "hdf5-tools");

    public static ForeignTool H5stat { get; } = DebianProgram("h5stat", "hdf5-tools");

    public static ForeignTool H5ls { get; } = DebianProgram("h5ls", "hdf5-tools");

    public static ForeignTool H5repack { get; } = DebianProgram("h5repack", "hdf5-tools");

    public static ForeignTool H5diff { get; } = DebianProgram("h5diff", "hdf5-tools");

    public static ForeignTool Lxi { get; } = DebianProgram("lxi", "lxi-tools");

    public static ForeignTool Chromium { get; } = DebianProgram("chromium", "chromium");

    public static ForeignTool PowerShell { get; } = new("PowerShell", "dotnet tool restore", "dotnet", ["tool", "run", "pwsh", "-NoLogo", "-Version"], ["tool", "run", "pwsh", "-NoLogo", "-NoProfile", "-Command"], Repository.Root);

    public static ForeignTool ApacheArrow { get; } = NodePackage("apache-arrow");

    public static ForeignTool H5wasm { get; } = NodePackage("h5wasm/node");

    public static ForeignTool Polars { get; } = NodePackage("nodejs-polars");

    public static ForeignTool Ajv { get; } = NodePackage("ajv/dist/2020.js", "yaml");

    public static ForeignTool Playwright { get; } = NodePackage("playwright-core");

    /// <summary>Runs the tool to its end and gives what it wrote to standard output; a failure holds what it wrote to standard error.</summary>
    /// <param name="arguments">For Python and Node tools the first is the text of a script, the rest its arguments.</param>
    public async Task<string> Run(params string[] arguments)
    {
        await using var process = await Start(arguments);
        return await process.ReadToEnd(TestContext.Current.CancellationToken);
    }

    /// <summary>Starts the tool and leaves it running, with its standard input and output open.</summary>
    public async Task<ForeignProcess> Start(params string[] arguments)
    {
        await Require();
        return ForeignProcess.Start(_program, [.. _leading, .. arguments], _folder);
    }

    /// <summary>Starts the tool in a folder, with variables added to its environment, and leaves it running.</summary>
    public async Task<ForeignProcess> Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await Require();
        return ForeignProcess.Start(_program, [.. _leading, .. arguments], folder, environment);
    }

    /// <summary>Skips the current test if the tool is missing, or fails it in CI.</summary>
    public async Task Require()
    {
        var missing = await Missing.GetOrAdd(this, static tool => tool.Probe());
        if (missing is null)
            return;

        var reason = $"{_name} is missing: {_remedy}. {missing}";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Assert.Fail(reason);
        Assert.Skip(reason);
    }

    private static ForeignTool DebianProgram(string program, string package) =>
        new(program, $"apt-get install {package}", program, ["--version"]);

    private static ForeignTool PythonPackage(string module, string package) =>
        new($"Python's {module}", $"apt-get install {package}", "/usr/bin/python3", ["-c", $"import {module}"], ["-c"]);

    private static ForeignTool NodePackage(params string[] modules) =>
        new($"Node's {modules[0]}", "npm ci --prefix tests/foreign", "node",
            ["--input-type=module", "-e", string.Concat(modules.Select(m => $"await import('{m}');"))], ["--input-type=module", "-e"], NodeFolder);

    private async Task<string?> Probe()
    {
        try
        {
            await using var process = ForeignProcess.Start(_program, _probe, _folder);
            await process.ReadToEnd(CancellationToken.None);
            return null;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return e.Message.Split('\n')[0];
        }
    }
}
