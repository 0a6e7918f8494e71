using System.Runtime.CompilerServices;
using LabTest.Recording.Runs;
using LabTest.Recording.Stopping;
using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Services;

namespace LabTest.Xunit.Platform;

/// <summary>Adds the <c>--lab-*</c> options and the closing verdict table to a test application. The props of this package name it.</summary>
public static class TestingPlatformBuilderHook
{
    /// <summary>Adds the extensions.</summary>
    /// <param name="builder">The test application.</param>
    /// <param name="arguments">Its arguments.</param>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // Here the current folder is still the caller's; while tests run it is that of the program.
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("LABTEST_CALLER_FOLDER")))
            Environment.SetEnvironmentVariable("LABTEST_CALLER_FOLDER", Environment.CurrentDirectory);
        if (FileHandles.Problem() is { } problem)
        {
            // Before anything is begun: the testing platform and .NET itself end such a process with an exception or out of memory.
            Console.Error.WriteLine(problem);
            Environment.Exit(ProcessEnd.Failed);
        }

        Add(builder, arguments);
    }

    // Apart: where there are too few handles, what this needs cannot even be loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(ITestApplicationBuilder builder, string[] arguments)
    {
        LabOptions.RequireKnown(arguments);
        var finished = new List<RunFolder>();
        builder.CommandLine.AddProvider(() => new LabOptions());
        builder.TestHost.AddTestSessionLifetimeHandle(services => new RunSession(services.GetCommandLineOptions(), services.GetMessageBus(), finished));
        builder.TestHost.AddTestHostApplicationLifetime(_ => new VerdictDisplay(finished));
    }
}
