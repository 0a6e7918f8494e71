using LabTest.Recording.Runs;

namespace LabTest.Xunit.Tests;

/// <summary>A class of tests/Subjects/Attacks, and what is right for it when it runs alone.</summary>
/// <param name="Class">The class.</param>
/// <param name="ExitCode">The exit code; null for any but 0, where the system says how the process died.</param>
/// <param name="Test">The verdict of its first test; null where none begins.</param>
/// <param name="Run">The verdict of the run.</param>
internal sealed record Attack(string Class, int? ExitCode, Verdict? Test, Verdict Run)
{
    /// <summary>Those that may share a process with all others of their exit code.</summary>
    public static readonly Attack[] Shared =
    [
        new("V01_swallow_limit", 2, Verdict.Fail, Verdict.Fail),
        new("V02_swallow_column", 2, Verdict.Fail, Verdict.Fail),
        new("V03_nan_value", 2, Verdict.Fail, Verdict.Fail),
        new("V03b_nan_swallowed", 2, Verdict.Fail, Verdict.Fail),
        new("V04_nan_limit", 2, Verdict.Error, Verdict.Error),
        new("V04b_nan_limit_swallowed", 0, Verdict.Pass, Verdict.Pass),
        new("V04c_nan_tolerance", 2, Verdict.Error, Verdict.Error),
        new("V04d_nan_marginal", 2, Verdict.Error, Verdict.Error),
        new("V04e_negative_tolerance", 2, Verdict.Error, Verdict.Error),
        new("V05_reversed", 2, Verdict.Error, Verdict.Error),
        new("V06_not_awaited", 2, Verdict.Fail, Verdict.Fail),
        new("V07_not_awaited_plain", 2, Verdict.Error, Verdict.Error),
        new("V07b_should_without_limit", 0, Verdict.Pass, Verdict.Pass),
        new("V07c_set_not_awaited", 2, Verdict.Error, Verdict.Error),
        new("V07d_bad_set_not_awaited", 2, Verdict.Error, Verdict.Error),
        new("V07e_failed_assert_not_awaited_then_delay", 2, Verdict.Fail, Verdict.Fail),
        new("V07f_role_not_awaited", 2, Verdict.Error, Verdict.Error),
        new("V07g_refused_role_not_awaited", 2, Verdict.Error, Verdict.Error),
        new("V07h_unchecked_not_awaited", 2, Verdict.Error, Verdict.Error),
        new("V07i_awaiter_dropped", 2, Verdict.Error, Verdict.Error),
        new("V07j_failed_task_in_field", 2, Verdict.Error, Verdict.Error),
        new("V07k_scan_never_run", 2, Verdict.Error, Verdict.Error),
        new("V07l_awaited_together", 0, Verdict.Pass, Verdict.Pass),
        new("V07m_end_only_called_back", 2, Verdict.Error, Verdict.Error),
        new("V08_finally", 2, Verdict.Fail, Verdict.Fail),
        new("V08b_finally_return_hidden", 2, Verdict.Fail, Verdict.Fail),
        new("V09_skip", 0, Verdict.Skipped, Verdict.Skipped),
        new("V09b_skip_after_swallowed_fail", 2, Verdict.Fail, Verdict.Fail),
        new("V09c_skip_in_finally_of_fail", 2, Verdict.Fail, Verdict.Fail),
        new("V09d_skip_static", 0, Verdict.Skipped, Verdict.Skipped),
        new("V10_ctor_throws", 2, Verdict.Error, Verdict.Error),
        new("V10b_dispose_throws", 2, Verdict.Error, Verdict.Error),
        new("V10c_dispose_fails_assert", 2, Verdict.Fail, Verdict.Fail),
        new("V10d_dispose_fails_assert_swallowed", 2, Verdict.Fail, Verdict.Fail),
        new("V10f_ctor_fails_assert_swallowed", 2, Verdict.Fail, Verdict.Fail),
        new("V10g_body_and_dispose_fail", 2, Verdict.Fail, Verdict.Fail),
        new("V10h_body_fails_dispose_asserts", 2, Verdict.Fail, Verdict.Fail),
        new("V10i_body_fails_dispose_throws", 2, Verdict.Error, Verdict.Error),
        new("V11_timeout", 2, Verdict.Aborted, Verdict.Aborted),
        new("V11b_timeout_unheeded", 2, Verdict.Aborted, Verdict.Aborted),
        new("V11c_timeout_swallowed", 2, Verdict.Aborted, Verdict.Aborted),
        new("V12_multiple", 2, Verdict.Fail, Verdict.Fail),
        new("V12b_scope", 2, Verdict.Fail, Verdict.Fail),
        new("V12c_scope_discarded", 2, Verdict.Fail, Verdict.Fail),
        new("V12d_scope_leaked", 2, Verdict.Fail, Verdict.Fail),
        new("V13c_foreign_thread", 2, Verdict.Fail, Verdict.Fail),
        new("V13z_wait", 0, Verdict.Pass, Verdict.Pass),
        new("V17_empty_column", 2, Verdict.Fail, Verdict.Fail),
        new("V17b_missing_column", 2, Verdict.Fail, Verdict.Fail),
        new("V17c_unrecorded_column_swallowed", 2, Verdict.Fail, Verdict.Fail),
        new("V17d_where_all_gone", 2, Verdict.Fail, Verdict.Fail),
        new("V17f_fit_nan", 2, Verdict.Error, Verdict.Error),
        new("V18_empty_array", 2, Verdict.Fail, Verdict.Fail),
        new("V18b_array_nan", 2, Verdict.Fail, Verdict.Fail),
        new("V18c_table_limit", 2, Verdict.Fail, Verdict.Fail),
        new("V19_inf", 2, Verdict.Fail, Verdict.Fail),
        new("V19b_overload_number", 2, Verdict.Fail, Verdict.Fail),
        new("V19c_inf_limit", 2, Verdict.Error, Verdict.Error),
        new("V19d_quotient_of_overload", 2, Verdict.Fail, Verdict.Fail),
        new("V19e_difference_of_overloads", 2, Verdict.Fail, Verdict.Fail),
        new("V19f_mean_with_overload", 2, Verdict.Fail, Verdict.Fail),
        new("V19g_overload_in_another_unit", 2, Verdict.Fail, Verdict.Fail),
        new("V19h_greatest_of_rows_without_value", 2, Verdict.Fail, Verdict.Fail),
        new("V19i_slope_of_rows_without_value", 2, Verdict.Fail, Verdict.Fail),
        new("V19j_greatest_of_valid_rows", 0, Verdict.Pass, Verdict.Pass),
        new("V21_nothing", 0, Verdict.Recorded, Verdict.Recorded),
        new("V22_not_throw", 2, Verdict.Fail, Verdict.Fail),
        new("V28_retry", 2, Verdict.Fail, Verdict.Fail),
        new("V34_fixture_throws", 2, Verdict.Error, Verdict.Error),
        new("V36_cancel_thrown", 2, Verdict.Error, Verdict.Error),
        new("V39_units", 2, Verdict.Error, Verdict.Error),
        new("V40_swallowed_transport", 0, Verdict.Pass, Verdict.Pass),
        new("V41_theory_throw", 2, Verdict.Error, Verdict.Error),
        new("V41b_theory_empty", 2, Verdict.Error, Verdict.Error),
        new("V42_pass_ok", 0, Verdict.Pass, Verdict.Pass),
        new("V43_regex_limit", 2, Verdict.Error, Verdict.Error),
        new("V44_same_name", 0, Verdict.Pass, Verdict.Pass),
        new("V45_huge_text", 2, Verdict.Fail, Verdict.Fail),
    ];

    /// <summary>Those that end their process, or whose exit code shows only when nothing else runs.</summary>
    public static readonly Attack[] Alone =
    [
        new("V09_skip", 0, Verdict.Skipped, Verdict.Skipped),
        new("V13_task_run_late", 2, Verdict.Fail, Verdict.Fail) { With = "V13z_wait" },
        new("V14_exit0", 2, Verdict.Aborted, Verdict.Aborted),
        new("V14b_exit0_output_on", 2, Verdict.Aborted, Verdict.Aborted),
        new("V14c_failfast", null, Verdict.Aborted, Verdict.Aborted),
        new("V14d_stack_overflow", null, Verdict.Aborted, Verdict.Aborted),
        new("V14e_background_throw", null, Verdict.Aborted, Verdict.Aborted),
        new("V20_explicit", 8, null, Verdict.NotSet),
    ];

    /// <summary>A class that runs after it and keeps the process alive.</summary>
    public string? With { get; init; }

    /// <summary>Its first test in a run; null where none began.</summary>
    public TestSummary? In(RunSummary run) => run.Tests.FirstOrDefault(t => t.Started!.Class == $"Attack.{Class}");
}
