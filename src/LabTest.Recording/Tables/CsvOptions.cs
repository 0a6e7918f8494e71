using System.Text;

namespace LabTest.Recording.Tables;

/// <summary>
/// How a CSV file is to be read. What is not said here is recognised from the file; where the file could mean two things, reading is refused and the
/// error names the option that decides.
/// </summary>
public sealed record CsvOptions
{
    /// <summary>What separates fields; recognised among comma, semicolon, tab and bar, or from a first line <c>sep=;</c>, if not given.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The decimal sign, <c>.</c> or <c>,</c>; recognised from all numbers of the file if not given. <c>1,234</c> alone decides nothing.</summary>
    public char? DecimalSign { get; init; }

    /// <summary>What separates groups of three digits, such as <c>.</c>, <c>,</c>, <c>'</c> or a space. Numbers with groups are refused if not given.</summary>
    public char? Thousands { get; init; }

    /// <summary>The encoding; that of the byte order mark, else UTF-8, else Latin-1 where it is plausible, if not given. For files only.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>How many lines stand before the heading; recognised if not given. 0 says that the heading is in line 1, whatever it looks like.</summary>
    public int? SkipLines { get; init; }

    /// <summary>Whether the line below the heading holds units; recognised if not given.</summary>
    public bool? UnitsRow { get; init; }

    /// <summary>The headings, such as <c>vout [V]</c>, of a file that has none: its first line, after <see cref="SkipLines"/>, is data.</summary>
    public IReadOnlyList<string>? Headings { get; init; }

    /// <summary>Columns that are kept as texts though they look like numbers, such as serial numbers with leading zeros.</summary>
    public IReadOnlyCollection<string> Texts { get; init; } = [];

    /// <summary>Fields that stand for a missing value, such as <c>OVLD</c> or <c>---</c>; case is ignored.</summary>
    public IReadOnlyCollection<string> Missing { get; init; } = [];

    /// <summary>What <see cref="TableCsv.WriteCsv(Data.Table,string)"/> writes, with nothing left to recognise.</summary>
    internal static CsvOptions Own { get; } = new() { Delimiter = ',', DecimalSign = '.', Encoding = Encoding.UTF8, SkipLines = 0, UnitsRow = false };
}
