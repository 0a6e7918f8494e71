using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace LabTest.Recording.Terminal;

/// <summary>
/// Where LabTest shows things: a terminal in colours and as wide as it is, a file or a pipe as plain text without wrapping. All that is shown goes through here
/// (a test of the architecture says so), so that no text of an instrument or a file reaches a terminal as a command.
/// </summary>
/// <param name="console">The console.</param>
internal sealed class Screen(IAnsiConsole console)
{
    /// <summary>The width of what has none.</summary>
    public const int Unlimited = 1_000_000;

    /// <summary>How many characters fit in a line.</summary>
    public int Width => console.Profile.Width;

    /// <summary>Whether lines are not cut to a width: a file or a pipe.</summary>
    public bool IsUnlimited => Width >= Unlimited;

    /// <summary>The standard output of this process.</summary>
    public static Screen Standard() => Of(Console.Out, Console.IsOutputRedirected);

    /// <summary>The standard error of this process.</summary>
    public static Screen StandardError() => Of(Console.Error, Console.IsErrorRedirected);

    /// <summary>Shows a line; it wraps at spaces.</summary>
    public void Line(ScreenMarkup markup)
    {
        console.Write(new WrappedLine(markup.ToString(), indent: 2));
        console.WriteLine();
    }

    /// <summary>Shows a message, which may have several lines.</summary>
    public void Message(string text)
    {
        // In GitHub Actions a line that begins with two colons is a command.
        foreach (var line in PrintableText.Of(text).Split('\n'))
            Line($"{(line.TrimStart().StartsWith("::", StringComparison.Ordinal) ? $"> {line}" : line)}");
    }

    /// <summary>Shows a text that a program may read too, such as a path: in one line, never wrapped.</summary>
    public void Plain(string text) => console.Profile.Out.Writer.WriteLine(PrintableText.OneLine(text));

    /// <summary>Shows a text of ours as it is, with its lines: a script, Markdown.</summary>
    public void Whole(string text) => console.Profile.Out.Writer.Write(text);

    /// <summary>Shows a table as wide as there is room for, and what stands below it.</summary>
    public void Table(ScreenTable table)
    {
        console.Write(table.Fit(Width));
        foreach (var note in table.Notes)
            Line($"[dim]{note}[/]");
    }

    /// <summary>Shows a value as JSON, with everything but ASCII escaped.</summary>
    public void Json<T>(T value, JsonTypeInfo<T> type)
    {
        console.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(value, type));
        Flush();
    }

    public void Flush() => console.Profile.Out.Writer.Flush();

    private static Screen Of(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected || HasNoColor() ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (isRedirected)
            console.Profile.Width = Unlimited;
        return new Screen(console);
    }

    // https://no-color.org: set and not empty.
    private static bool HasNoColor() => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
